// Where the sites of Hugo say which Hugo builds them: continuous integration, hosts, version managers.
import { get, isData, parseData, text, type Data } from '../../data';
import { splitPath } from '../../files';
import { readVersion, workflows, type Engine, type EngineVersion } from '../version';

const NAMES = ['netlify.toml', 'vercel.json', '.tool-versions', '.hugo-version', '.hvm', 'mise.toml', '.mise.toml', '.gitlab-ci.yml', 'amplify.yml', 'Dockerfile', 'package.json'];

export const hugoEngine: Engine = {
  newest: '0.169.0',
  pinFiles: files => [...workflows(files), ...NAMES.filter(name => files.has(name))],
  pinIn(file, source) {
    if (source.length > LIMIT) return undefined;
    switch (splitPath(file).name) {
      case '.hugo-version': case '.hvm': return pinOf(source);
      // https://asdf-vm.com/manage/configuration.html: of several versions the first that is installed
      case '.tool-versions': return pinOf(/^(?:go)?hugo(?:-extended)?[ \t]+(\S+)/m.exec(source)?.[1]);
      case 'mise.toml': case '.mise.toml': return pinInTools(get(parseData(file, source), 'tools'));
      case 'package.json': return pinOf(dependency(parseData(file, source), 'hugo-extended'));
      case 'Dockerfile': return pinInScript(source.replace(/^\s*#.*$/gm, ''));
      case 'netlify.toml': {
        const data = parseData(file, source);
        // https://docs.netlify.com/configure-builds/file-based-configuration/#deploy-contexts: the context is over the build
        return pinInTree(get(data, 'context', 'production')) ?? pinInTree(data['build']);
      }
      default: return pinInTree(parseData(file, source));
    }
  },
};

/** In letters: parsing takes its time, and no hand writes that much of it. */
const LIMIT = 100_000;

/** https://gohugo.io/configuration/module/#hugoversion: `min` alone says nothing of what is installed. */
export function newestAllowed(data: Data, file: string): EngineVersion | undefined {
  const number = readVersion(text(get(data, 'module', 'hugoversion', 'max')) ?? '');
  return number === undefined ? undefined : { number, from: file };
}

const pinOf = (value: unknown): string | undefined =>
  (typeof value === 'string' && value.trim().toLowerCase() === 'latest' ? 'latest' : typeof value === 'string' || typeof value === 'number' ? readVersion(String(value)) : undefined);

const dependency = (data: Data, name: string): unknown => get(data, 'devDependencies', name) ?? get(data, 'dependencies', name);

/** https://mise.jdx.dev/configuration.html: `hugo = "0.131"`, `"aqua:gohugoio/hugo" = { version = "0.131" }`. */
function pinInTools(tools: unknown): string | undefined {
  for (const [name, value] of Object.entries(isData(tools) ? tools : {})) {
    if (/(?:^|[:/])hugo(?:-extended)?$/i.test(name)) return pinOf(isData(value) ? value['version'] : Array.isArray(value) ? value[0] : value);
  }
  return undefined;
}

/**
 * The strongest word in a tree of settings and scripts: `hugo-version` (an input of github.com/peaceiris/actions-hugo and its
 * like), then HUGO_VERSION, then what a script downloads or an image is called.
 */
function pinInTree(tree: unknown): string | undefined {
  let [input, variable, script]: (string | undefined)[] = [];
  const visit = (value: unknown, key: string): void => {
    if (Array.isArray(value)) for (const item of value) visit(item, '');
    else if (isData(value)) for (const [name, item] of Object.entries(value)) visit(item, name);
    else if (/^hugo-?version$/i.test(key)) input ??= pinOf(value);
    else if (/^hugo_version$/i.test(key)) variable ??= pinOf(value);
    else if (typeof value === 'string') script ??= pinInScript(value);
  };
  visit(tree, '');
  return input ?? variable ?? script;
}

const IN_SCRIPTS = [
  /\bHUGO_VERSION[ \t]*[= ][ \t]*["']?(v?[\d.]+)/,
  /\bhugo_(?:[a-z]+_)*(v?\d+\.[\d.]+)_/i, // a release's file: hugo_extended_0.131.0_linux-amd64.deb
  /\bgohugoio\/hugo(?:\/releases\/download\/|@)(v?\d+\.[\d.]+)/i,
  /\bhugo(?:_extended)?:(?:[a-z]+[-_])*(v?\d+\.[\d.]+)/i, // an image: hugomods/hugo:exts-0.131.0
];

const pinInScript = (script: string): string | undefined => {
  for (const pattern of IN_SCRIPTS) {
    const pin = pinOf(pattern.exec(script)?.[1]?.replace(/\.$/, ''));
    if (pin !== undefined) return pin;
  }
  return undefined;
};
