// Where the sites of Jekyll say which Jekyll builds them: Bundler's files, and GitHub Pages, which has a Jekyll of its own.
import { readVersion, versionWithin, workflows, type Engine } from '../version';

/** The newest that the gem github-pages brings: https://pages.github.com/versions/ */
const ON_GITHUB_PAGES = '3.10.0';

const NAMES = ['Gemfile.lock', 'gems.locked', 'Gemfile', 'gems.rb'];

export const jekyllEngine: Engine = {
  newest: '4.4.1',
  pinFiles: files => [...workflows(files), ...NAMES.filter(name => files.has(name))],
  pinIn(file, text) {
    // github.com/actions/jekyll-build-pages runs the gem github-pages whatever the site's own Gemfile says
    if (file.startsWith('.github/')) return /^[^#\n]*\buses:[ \t]*["']?actions\/jekyll-build-pages@/m.test(text) ? ON_GITHUB_PAGES : undefined;
    // the line of a gem itself; those of others' needs are indented deeper
    if (/lock/.test(file)) return readVersion(/^ {4}jekyll \(([^)\n]+)\)/m.exec(text)?.[1] ?? '');
    const requirement = /^[ \t]*gem[ \t(]+["']jekyll["'](?:[ \t]*,[ \t]*["']([^"'\n]+)["'])?/m.exec(text);
    if (requirement) return versionWithin(requirement[1] ?? '', jekyllEngine.newest);
    return /^[ \t]*gem[ \t(]+["']github-pages["']/m.test(text) ? ON_GITHUB_PAGES : undefined;
  },
};
