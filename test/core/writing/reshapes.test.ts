// Blogs as they come, and posts whose addresses change again and again: no link breaks, no old address is lost.
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addressesOf } from '../../../src/core/addresses';
import { lint } from '../../../src/core/lint';
import { moveToBundle } from '../../../src/core/writing/bundle';
import type { Refusal, Told } from '../../../src/core/writing/reshape';
import { changeSlug } from '../../../src/core/writing/slug';
import { blog, type Blog } from '../../blog';
import { reshaped, type Files } from '../../reshaped';

interface Kind {
  readonly configs: readonly Files[];
  path(name: string, isBundle: boolean): string;
  /** A field that says the address, for the name of a post. */
  readonly fields: readonly ((name: string) => string)[];
  /** Links to a post. */
  links(file: string, address: string): readonly string[];
}

const HUGO: Kind = {
  configs: ['', '[permalinks]\npost = "/:year/:slug/"\n', '[permalinks]\npost = "/:filename/"\n', 'uglyURLs = true\n', 'disableAliases = true\n', 'disablePathToLower = true\n'].map(more => ({ 'hugo.toml': `baseURL = "https://blog.example.com/글/"\n${more}` })),
  path: (name, isBundle) => `content/post/${name}${isBundle ? '/index' : ''}.md`,
  fields: [() => '', name => `slug: "${name}"`, name => `url: /따로/${name}/`, () => 'draft: true', () => 'aliases:\n- /옛날/'],
  links: (file, address) => [`{{< ref "${file.replace('content/', '/')}" >}}`, `{{< relref "/${file.replace('content/', '').replace(/(?:\/index)?\.md$/, '')}#끝" >}}`, address, `https://blog.example.com${address}`],
};

const JEKYLL: Kind = {
  configs: ['', 'permalink: pretty\n', 'permalink: /:categories/:title\n', 'baseurl: /blog\n'].flatMap(more => ['', 'plugins: [jekyll-redirect-from]\n'].map(plugins => ({ '_config.yml': `url: https://blog.example.com\n${more}${plugins}` }))),
  path: name => `_posts/2026-01-01-${name}.md`,
  fields: [() => '', name => `slug: ${name}`, name => `permalink: /따로/${name}/`, () => 'published: false', () => 'redirect_from: /옛날/'],
  links: (file, address) => [`{% post_url ${file.replace(/^_posts\/|\.md$/g, '')} %}`, `{{ site.url }}{% link ${file} %}`, address, `{{ '${address.replace(/^\/blog(?=\/)/, '')}' | relative_url }}`],
};

const HEXO: Kind = {
  configs: ['', 'post_asset_folder: true\n', 'permalink: posts/:title.html\n', 'root: /blog/\n'].flatMap(more => ['', ',"hexo-generator-alias":"1.0.0"'].map(alias => ({ '_config.yml': `url: https://blog.example.com\n${more}`, 'package.json': `{"dependencies":{"hexo":"7.3.0"${alias}}}` }))),
  path: name => `source/_posts/${name}.md`,
  fields: [() => '', name => `permalink: 따로/${name}/`, () => 'published: false'],
  links: (file, address) => [`{% post_link ${file.replace(/^source\/_posts\/|\.md$/g, '')} %}`, address],
};

const NAMES = ['one', '둘째-글', '2026-03-05-three'];

/** Every post has links to every other, in each form that the flavor has. */
function filesOf({ configs, path, fields, links }: Kind, config: number, posts: readonly { readonly field: number; readonly isBundle: boolean }[], nl: string): Files {
  const heads = posts.map(({ field, isBundle }, at) => ({ path: path(NAMES[at]!, isBundle), head: `---\ntitle: 글 ${at}\ndate: 2026-01-0${at + 1}\n${[fields[field % fields.length]!(NAMES[at]!)].filter(Boolean).map(line => `${line}\n`).join('')}---\n\n` }));
  const open = blog({ ...configs[config % configs.length], ...Object.fromEntries(heads.map(each => [each.path, each.head])) });
  const body = (own: string): string => heads.filter(each => each.path !== own).flatMap(each => links(each.path, open.site.flavor.url(open.post(each.path), open.site)!)).map(target => (/^\{% post_link/.test(target) ? `${target}\n\n` : `[글](${target})\n\n`)).join('');
  return { ...configs[config % configs.length], ...Object.fromEntries(heads.map(each => [each.path, `${each.head}${body(each.path)}![그림](/그림/${heads.indexOf(each)}.png)\n`.replaceAll('\n', nl)])), ...Object.fromEntries(heads.map((_, at) => [`${open.site.flavor.id === 'hexo' ? 'source' : open.site.flavor.id === 'hugo' ? 'static' : '.'}/그림/${at}.png`.replace('./', ''), ''])) };
}

const findings = ({ site, posts }: Blog): number => posts.reduce((sum, post) => sum + lint(post, site).filter(({ rule }) => /^(?:link-(?!own)|permalink|build|front-matter)/.test(rule)).length, 0);

for (const [name, kind] of Object.entries({ Hugo: HUGO, Jekyll: JEKYLL, Hexo: HEXO })) {
  describe(`posts of ${name} that change again and again`, () => {
    it('keep every link and every address that readers know', () => {
      const post = fc.record({ field: fc.nat(9), isBundle: fc.boolean() });
      const step = fc.record({ at: fc.nat(2), slug: fc.constantFrom('새-이름', 'again', 'One', '둘째-글', '2026'), bundles: fc.boolean() });
      fc.assert(fc.property(fc.nat(20), fc.array(post, { minLength: 2, maxLength: 3 }), fc.array(step, { minLength: 1, maxLength: 4 }), fc.constantFrom('\n', '\r\n'), (config, posts, steps, nl) => {
        let files = filesOf(kind, config, posts, nl);
        let open = blog(files);
        const before = findings(open);
        const titleAt = new Map<string, string>(); // addresses that have to be answered, and by whom
        for (const { at, slug, bundles } of steps) {
          const page = open.posts.find(({ frontMatter }) => frontMatter?.field('title')?.value === `글 ${at}`);
          if (!page) continue;
          const made: Told | Refusal = bundles ? moveToBundle(page, true, open.site) : changeSlug(page, slug, open.site);
          if ('refusal' in made) continue;
          const old = open.site.flavor.url(page, open.site)!;
          if (/leads there/.test(made.message)) titleAt.set(old, `글 ${at}`);
          files = reshaped(files, page.path, made, open);
          open = blog(files);
          const now = open.site.flavor.url(open.post(made.post.path), open.site)!;
          if (bundles) assert.equal(now, old);
          else titleAt.delete(now);
          assert.equal(files[made.post.path]!.replaceAll('\r\n', '').includes('\n'), nl === '\n');
          assert.ok(findings(open) <= before, JSON.stringify(files, null, 1));
          for (const [address, title] of titleAt) {
            const answer = addressesOf(open.site).find(address);
            assert.deepEqual([answer?.kind, answer?.page && open.site.index.of(answer.page)?.title], ['alias', title], `${address} in ${JSON.stringify(files, null, 1)}`);
          }
        }
      }), { numRuns: Number(process.env['RUNS'] ?? 40) });
    });
  });
}
