// Coloured code line by line, as engines number and mark lines: a span over several lines is closed and opened anew at each end.

/** @param html code whose only elements are spans. @returns its lines with their ends, each of them HTML of its own */
export function linesOf(html: string): readonly string[] {
  const lines: string[] = [];
  const open: string[] = [];
  let line = '';
  for (const [part] of html.matchAll(/<span\b[^>]*>|<\/span>|[^<\n]+|\n/g)) {
    line += part;
    if (part.startsWith('<span')) open.push(part);
    else if (part === '</span>') open.pop();
    else if (part === '\n') {
      lines.push(line + '</span>'.repeat(open.length));
      line = open.join('');
    }
  }
  if (line.replace(/<[^>]*>/g, '') !== '') lines.push(line);
  return lines;
}
