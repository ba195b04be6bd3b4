// A built-in template as a file for the writer to change: what a new post would be made of here, with its placeholders.
import { dayOf } from '../dates';
import { parseFrontMatter } from '../frontmatter';
import type { Site } from '../site';
import { applyEdits } from '../span';
import { customsOfBlog } from './blogcustoms';
import { hasHeadInBody, headText, placeOf, type Models } from './fresh';
import type { Kind } from './kind';
import type { Page } from './series';
import { TEMPLATE_FOLDER } from './template';

/** @returns a path that may exist: a host must look, and must not overwrite */
export function templateOf(kind: Kind, variant: string | undefined, earlier: readonly Page[], site: Site, models: Models): { readonly path: string; readonly text: string } {
  const customs = customsOfBlog(earlier, site);
  const { head, body } = kind.draft(customs.tongue, variant);
  const { path, format } = placeOf(kind.id, DAY, customs.habits, site);
  const scaffold = site.flavor.scaffold?.({ path, title: kind.id, date: DAY }, models, site);
  const { text } = headText({ ...head, date: DAY }, format, customs, scaffold, site);
  const first = hasHeadInBody(customs, site) ? `# ${head.title}\n\n${head.author === undefined ? '' : `By ${head.author}\n\n`}` : '';
  return { path: `${TEMPLATE_FOLDER}/${kind.id}.md`, text: `${undated(text, site)}${comment(site)}\n${first}${body}` };
}

const DAY = dayOf(2000, 1, 1);

function undated(text: string, site: Site): string {
  const frontMatter = parseFrontMatter(text, site.flavor.frontMatter);
  const key = site.flavor.fields.date.find(name => frontMatter?.field(name));
  return frontMatter && key !== undefined ? applyEdits(text, [frontMatter.setWritten(key, frontMatter.format === 'json' ? '"{{date}}"' : '{{date}}')]) : text;
}

/** Where the writer looks first. */
const comment = ({ say }: Site): string => `<!-- tech-post-template\n# ${say('Placeholders such as {0} are filled in a new post; this comment is left out.', '{{title}}')}\n-->\n`;
