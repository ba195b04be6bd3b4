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

/** Told by the text itself: many Korean blogs are configured as English ones. Code is English anywhere, so that a tenth is much. */
export function wordsFor(text: string): PostWords {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const hangul = text.match(/[가-힣]/g)?.length ?? 0;
  return hangul * 10 > letters ? WORDS.ko : WORDS.en;
}
