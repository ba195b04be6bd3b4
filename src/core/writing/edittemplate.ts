// A built-in template as a file for the writer to change: the same post as before, with its placeholders.
import type { FieldValue } from '../frontmatter';
import type { Post } from '../post';
import type { Site } from '../site';
import { writeFrontMatter } from './compose';
import { habitsOf } from './habits';
import type { Kind } from './kind';
import { TEMPLATE_FOLDER } from './template';
import { tongueOf } from './tongue';

/** @returns a path that may exist: a host must look, and must not overwrite */
export function templateOf(kind: Kind, variant: string | undefined, earlier: readonly Post[], site: Site): { readonly path: string; readonly text: string } {
  const { head, body } = kind.draft(tongueOf(earlier, site), variant);
  const { format = 'yaml' } = habitsOf(earlier, site);
  const date = { year: 2000, month: 1, day: 1, hour: 0, minute: 0, second: 0, hasTime: false, offset: undefined };
  const fields = site.flavor.newFields({ ...head, date }, site).map(([key, value]): readonly [string, FieldValue] => [key, site.flavor.fields.date.includes(key) ? DATE : value]);
  const written = writeFrontMatter(format, fields).replace(new RegExp(`(["']?)${DATE}\\1`), '{{date}}');
  // values are quoted where they have to be, when they are known
  const frontMatter = format === 'yaml' ? written.replace(/"(\{\{[^"\\]*)"$/gm, '$1') : written;
  const first = site.flavor.bodyHasHead ? `# ${head.title}\n\n${head.author === undefined ? '' : `By ${head.author}\n\n`}` : '';
  return { path: `${TEMPLATE_FOLDER}/${kind.id}.md`, text: `${frontMatter}\n${comment(site)}${first}${body}` };
}

const DATE = 'tech-post-date';

/** Where the writer looks first: what can be set, and where everything is explained. */
const comment = ({ say }: Site): string => `<!-- tech-post-template\n${say('Placeholders such as {0} are filled in a new post; this comment is left out.', '{{title}}').replace(/^/, '# ')}\n-->\n`;
