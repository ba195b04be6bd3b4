// What new posts are made after, besides the posts: the writer's own templates, and what the engine begins its posts with.
import type { Site } from '../site';
import type { Models } from './fresh';
import { KINDS } from './kinds';
import type { Kind } from './kind';
import { isTemplate, readTemplate, type Template } from './template';

/** The files whose texts `newPost` and `kindsOf` want to have; a host reads them when a post is begun. */
export function modelFiles(site: Site): readonly string[] {
  return [...new Set([...[...site.files].filter(isTemplate).sort(), ...site.flavor.scaffoldFiles?.(site) ?? []])];
}

/** All kinds of posts that a writer can begin here: the built-in ones, of which own templates of their names take the place, and the own ones. */
export function kindsOf(site: Site, models: Models): readonly Kind[] {
  // not the files that there are now: one may have come while others were read
  const own = [...models].filter(([file]) => isTemplate(file)).map(([file, text]) => readTemplate(file, text, site));
  const named = (id: string): Template | undefined => own.find(template => template.id === id);
  return [
    ...KINDS.map((kind): Kind => { const template = named(kind.id); return template ? { ...kind, ...chosen(template), own: template } : kind; }),
    ...own.filter(({ id }) => !KINDS.some(kind => kind.id === id)).map(ownKind),
  ];
}

function ownKind(template: Template): Kind {
  const { settings, text } = template;
  const asks = settings.asks ?? (/\{\{(?:title|name|slug)\b/.test(text) ? 'title' : 'nothing');
  return {
    id: template.id, name: template.id, detail: template.file, asks, isWrittenAhead: false,
    ...(asks === 'period' || settings.unit ? { unit: settings.unit ?? 'month' } : {}),
    ...chosen(template),
    ...(/\{\{sessions\}\}/.test(text) ? { hasSessions: true } : {}),
    // what its posts have in common is the template's to say, not ours to guess
    recognizes: () => false,
    draft: () => ({ name: '', head: { title: template.id, summary: '', isDraft: true }, body: '' }),
    own: template,
  };
}

/** What the comment of a template says over what would be. */
function chosen({ settings: { name, detail, asks, question, example, unit } }: Template): Partial<Kind> {
  return {
    ...(name === undefined ? {} : { name }), ...(detail === undefined ? {} : { detail }), ...(asks === undefined ? {} : { asks }),
    ...(question === undefined ? {} : { question }), ...(example === undefined ? {} : { example }), ...(unit === undefined ? {} : { unit }),
  };
}
