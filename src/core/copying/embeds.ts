// What a frame, a film or a script from elsewhere shows, by the address at which a reader finds it.

/** The page of what a player's address plays; other addresses of the web as they are. Undefined for what no reader could open. */
export function embedded(source: string): string | undefined {
  const url = source.trim().replace(/^\/\//, 'https://');
  if (!/^https?:\/\/[^/]/i.test(url)) return undefined;
  for (const [player, page] of PLAYERS) {
    const found = player.exec(url);
    if (found) return page(found);
  }
  return url.replace(/[\s<>"]/g, sign => encodeURIComponent(sign));
}

/** https://developers.google.com/youtube/player_parameters, https://developer.vimeo.com/player/sdk/embed, https://blog.codepen.io/documentation/embedded-pens, https://docs.github.com/en/get-started/writing-on-github/editing-and-sharing-content-with-gists */
const PLAYERS: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^https?:\/\/www\.youtube(?:-nocookie)?\.com\/embed\/videoseries\?list=([\w-]+)/i, ([, id]) => `https://www.youtube.com/playlist?list=${id}`],
  [/^https?:\/\/(?:www\.)?youtube(?:-nocookie)?\.com\/embed\/([\w-]+)/i, ([, id]) => `https://www.youtube.com/watch?v=${id}`],
  [/^https?:\/\/player\.vimeo\.com\/video\/(\d+)/i, ([, id]) => `https://vimeo.com/${id}`],
  [/^https?:\/\/codepen\.io\/([\w-]+)\/embed\/(?:preview\/)?(\w+)/i, ([, user, id]) => `https://codepen.io/${user}/pen/${id}`],
  [/^https?:\/\/codesandbox\.io\/embed\/([\w-]+)/i, ([, id]) => `https://codesandbox.io/s/${id}`],
  [/^https?:\/\/gist\.github\.com\/([\w-]+(?:\/\w+)?)\.js/i, ([, id]) => `https://gist.github.com/${id}`],
];

/** A script that writes something to read; undefined for one that counts, draws or acts. */
export const writtenBy = (source: string): string | undefined => (/^(?:https?:)?\/\/gist\.github\.com\//i.test(source.trim()) ? embedded(source) : undefined);
