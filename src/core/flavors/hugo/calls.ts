// The shortcodes of a body as Hugo's parser nests them: https://github.com/gohugoio/hugo/blob/v0.111.3/hugolib/shortcode.go
import type { Span } from '../../span';
import { HUGO_SHORTCODES, tagAt } from '../../templating/templates';
import { shortcodeAt, type Shortcode } from './shortcodes';

/** Text, or a call. Of text that stood between comment marks (`{{</* … *​/>}}`) only what is shown is left. */
export type Piece = { readonly text: string; readonly start: number; readonly end: number } | Call;

export interface Call extends Span {
  readonly code: Shortcode;
  /** `{{% %}}`: what it gives is Markdown. */
  readonly isMarkup: boolean;
  /** Undefined without an end tag; with `/>}}` there is an end and nothing before it. */
  inner: readonly Piece[] | undefined;
  end: number;
  /** White space in front of the tag, where there is nothing else on its line or since the last tag. */
  readonly indentation: string;
}

export const isCall = (piece: Piece): piece is Call => 'code' in piece;

interface Open {
  readonly call: Call | undefined;
  readonly pieces: Piece[];
}

export function callsIn(text: string, body: Span): readonly Piece[] {
  const open: Open[] = [{ call: undefined, pieces: [] }];
  const put = (piece: Piece): void => void open.at(-1)!.pieces.push(piece);
  let from = body.start;
  for (let at = text.indexOf('{{', from); at >= 0 && at < body.end; at = text.indexOf('{{', at)) {
    const tag = tagAt(HUGO_SHORTCODES, text, at);
    const shown = tag === undefined ? undefined : HUGO_SHORTCODES.unescaped?.(tag);
    const code = tag === undefined || shown !== undefined ? undefined : shortcodeAt(text, at);
    if (tag === undefined || (shown === undefined && !code)) {
      at += 2;
      continue;
    }
    if (at > from) put({ text: text.slice(from, at), start: from, end: at });
    const end = at + tag.length;
    if (!code) put({ text: shown!, start: at, end });
    else if (code.isClosing) close(code, open);
    else {
      const call: Call = { code, isMarkup: tag.startsWith('{{%'), inner: undefined, start: at, end, indentation: /(?:^|\n)([ \t]*)$/.exec(text.slice(Math.max(from, at - 200), at))?.[1] ?? '' };
      put(call);
      if (/\/\s*[>%]\}\}$/.test(tag)) call.inner = [];
      else open.push({ call, pieces: [] });
    }
    from = at = end;
  }
  if (body.end > from) put({ text: text.slice(from, body.end), start: from, end: body.end });
  while (open.length > 1) leaveOpen(open);
  return open[0]!.pieces;
}

function close(code: Shortcode, open: Open[]): void {
  if (!open.some(({ call }) => call?.code.name === code.name)) return;
  while (open.at(-1)!.call!.code.name !== code.name) leaveOpen(open);
  const { call, pieces } = open.pop()!;
  call!.inner = pieces;
  call!.end = code.span.end;
}

/** What never ends has nothing within. */
function leaveOpen(open: Open[]): void {
  const { pieces } = open.pop()!;
  open.at(-1)!.pieces.push(...pieces);
}
