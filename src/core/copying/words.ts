// Words that a copy adds to a post: they are part of what is published, and so in the post's language and not in the reader's.

export interface PostWords {
  /** Around the link to the post as it was first published. */
  readonly original: readonly [before: string, after: string];
  readonly picture: string;
  readonly notes: string;
}

const WORDS = {
  ko: { original: ['이 글은 ', '에 처음 실렸습니다.'], picture: '사진', notes: '각주' },
  en: { original: ['First published at ', '.'], picture: 'Picture', notes: 'Notes' },
} as const satisfies Readonly<Record<string, PostWords>>;

/** Code, addresses, tags: they are of no language, or English anywhere. */
const FOREIGN = /(`{3,}|~{3,})[\s\S]*?(?:\1|$)|`[^`\n]{0,200}`|\{%\s*highlight[\s\S]{0,20000}?endhighlight\s*%\}|\{[{%][\s\S]{0,500}?[%}]\}|\]\([^)\n]{0,500}\)|<[^>\n]{0,500}>|https?:\/\/\S+/g;

/** Told by the text itself, as many Korean blogs are configured as English ones. Of a Korean text many words are English, so that a tenth is much. */
export function wordsFor(written: string): PostWords {
  const text = written.replace(FOREIGN, ' ');
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const hangul = text.match(/[가-힣]/g)?.length ?? 0;
  return hangul * 10 > letters ? WORDS.ko : WORDS.en;
}
