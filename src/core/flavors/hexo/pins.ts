// Where the sites of Hexo say which Hexo builds them: the files of npm.
import { get, text } from '../../data';
import { readVersion, versionWithin, type Engine } from '../version';

export const hexoEngine: Engine = {
  newest: '8.0.0',
  pinFiles: files => ['package-lock.json', 'package.json'].filter(name => files.has(name)),
  pinIn(_file, source) {
    const data: unknown = JSON.parse(source);
    // a lock file of npm 7 and newer, then of older ones; in package.json Hexo itself writes down which Hexo ran last
    const exact = text(get(data, 'packages', 'node_modules/hexo', 'version')) ?? text(get(data, 'dependencies', 'hexo', 'version')) ?? text(get(data, 'hexo', 'version'));
    if (exact !== undefined) return readVersion(exact);
    const wanted = text(get(data, 'dependencies', 'hexo')) ?? text(get(data, 'devDependencies', 'hexo'));
    return wanted === undefined ? undefined : versionWithin(wanted, hexoEngine.newest);
  },
};
