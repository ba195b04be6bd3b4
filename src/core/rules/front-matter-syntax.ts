import type { FrontMatter, FrontMatterError, FrontMatterErrorCode } from '../frontmatter';
import type { Say } from '../language';
import type { Post } from '../post';
import type { Fix, Problem, Rule } from '../rule';
import type { Site } from '../site';
import { lineEnding, type Edit, type Span } from '../span';

export const frontMatterSyntax: Rule = {
  id: 'front-matter-syntax',
  summary: 'Front matter that cannot be read leaves a post without title and date, or stops the build.',
  severity: 'error',
  reads: 'post',
  *check(post: Post, site: Site): Iterable<Problem> {
    const { frontMatter } = post;
    if (!frontMatter || !site.flavor.isPage(post.path, site)) return;
    for (const error of frontMatter.errors) {
      // where no engine reads it, text between two lines is just that
      if (error.code === 'not-a-map' && !site.flavor.needsFrontMatter) continue;
      const fix = fixOf(error, frontMatter, post, site.say);
      yield {
        span: error.span, message: messageOf(error, site.say), fixes: fix ? [fix] : [],
        ...(error.code === 'duplicate-key' && !frontMatter.isBroken && !site.flavor.refusesDuplicateKeys?.(site.config) ? { severity: 'warning' as const } : {}),
      };
    }
  },
};

const MESSAGES: Readonly<Record<FrontMatterErrorCode, (say: Say, detail: string) => string>> = {
  'unclosed': (say, fence) => say('The front matter has no closing "{0}".', fence === '{' ? '}' : fence),
  'unknown-language': (say, language) => say('Front matter in "{0}" is not read, and never run here.', language),
  'not-a-map': say => say('The front matter has no "key: value" lines.'),
  'duplicate-key': (say, key) => say('"{0}" is given twice.', key),
  'colon': say => say('This value has a colon with a blank behind it: it needs quotes.'),
  'quote': say => say('The quotation mark that begins here is not closed.'),
  'bracket': say => say('The bracket that begins here is not closed.'),
  'bad-start': (say, mark) => say('A value that begins with "{0}" needs quotes.', mark),
  'text-after': say => say('There is more text behind the end of this value.'),
  'escape': (say, escape) => say('"{0}" means nothing in double quotes.', escape),
  'tab': say => say('YAML does not take tabs as indentation.'),
  'indent': say => say('This line is indented differently from its neighbours.'),
  'no-blank': (say, mark) => say('A blank is missing behind "{0}".', mark),
  'stray': say => say('This line is neither "key: value" nor an item of a list.'),
  'unquoted': say => say('Text needs quotes in TOML.'),
  'equals': say => say('TOML has "=" between a key and its value.'),
  'other': (say, words) => say('The front matter cannot be read: {0}', words),
};

const messageOf = ({ code, detail }: FrontMatterError, say: Say): string => MESSAGES[code](say, detail);

function fixOf({ code, span, detail }: FrontMatterError, frontMatter: FrontMatter, post: Post, say: Say): Fix | undefined {
  const written = post.text.slice(span.start, span.end);
  const fix = (title: string, edit: Edit, isSafe: boolean): Fix => ({ title, edits: [edit], isSafe });
  const at = (text: string): Edit => ({ ...span, text });
  // after ` #` stands a comment, or text that the writer thinks is shown
  const isOneThing = !/ #/.test(written) && !isContinued(span.end, post);
  switch (code) {
    case 'unclosed': {
      if (detail === '{' || !frontMatter.fields.length) return undefined;
      const end = frontMatter.content.end;
      const nl = lineEnding(post.text);
      const isAlone = /^[ \t]*(?:\r|\n|$)/.test(post.text.slice(end));
      return fix(say('Close the front matter'), { start: end, end, text: (/[\r\n]/.test(post.text[end - 1] ?? '\n') ? '' : nl) + detail + nl }, isAlone);
    }
    case 'tab': return fix(say('Indent with blanks'), at(written.replace(/\t/g, '  ')), true);
    case 'colon': return isContinued(span.end, post) ? undefined : fix(say('Put the value in quotes'), at(quoted(written)), isOneThing);
    case 'bad-start': return isContinued(span.end, post) ? undefined : fix(say('Put the value in quotes'), at(quoted(written)), isOneThing && /[@`%]/.test(detail));
    case 'text-after': return fix(say('Put the value in quotes'), at(quoted(written.replace(/^(["'])(.*)\1$/s, '$2'))), isOneThing && !/^[[{]/.test(written));
    case 'quote': return fix(say('Close the quotation'), at(written + detail), isOneThing);
    case 'escape': return fix(say('Write the backslash twice'), at(`\\${written}`), false);
    case 'no-blank': return { title: say('Add a blank'), edits: detail === '-' ? siblings(span, post) : [at(`${written} `)], isSafe: true };
    case 'unquoted': return /^(?:true|false)$/i.test(written) ? fix(say('Change to "{0}"', written.toLowerCase()), at(written.toLowerCase()), true) : fix(say('Put the value in quotes'), at(quoted(written)), isOneThing);
    case 'equals': return fix(say('Change to "{0}"', '='), at(' ='), true);
    default: return undefined;
  }
}

const quoted = (text: string): string => (/["\\]/.test(text) && !text.includes("'") ? `'${text}'` : JSON.stringify(text));

/** Whether the value goes on in the next line. */
const isContinued = (end: number, post: Post): boolean => /^[^\r\n]*(?:\r\n?|\n)[ \t]+[^\s#]/.test(post.text.slice(end, end + 500));

/** A blank behind the dash of each item: whoever leaves one out leaves all out. */
function siblings({ start, end }: Span, post: Post): readonly Edit[] {
  const edits: Edit[] = [{ start: end, end, text: ' ' }];
  const indent = post.text.slice(post.lines.spanOf(post.lines.lineAt(start)).start, start);
  for (let line = post.lines.lineAt(start) + 1; line < post.lines.starts.length; line++) {
    const next = post.lines.spanOf(line);
    if (!new RegExp(`^${indent}-[^\\s-]`).test(post.text.slice(next.start, next.end))) break;
    const at = next.start + indent.length + 1;
    edits.push({ start: at, end: at, text: ' ' });
  }
  return edits;
}
