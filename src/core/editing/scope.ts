// Where an editor helps with links. In a folder of Markdown that is no blog, such as the documents of a program, links are
// paths, and editors know those by themselves.
import type { Site } from '../site';

export const isOfBlog = (path: string, site: Site): boolean => site.flavor.isPage(path, site) && (site.flavor.marks.length > 0 || site.flavor.isPost(path, site));
