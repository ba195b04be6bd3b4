// At what Jekyll stops. Expected values are what Jekyll 4.3 with Liquid 4 does.
import assert from 'node:assert/strict';
import { blog, JEKYLL } from '../../blog';

function stopsAt(text: string, files: Readonly<Record<string, string>> = {}, path = '_posts/2026-03-05-a.md'): readonly string[] {
  const { site, post } = blog({ ...JEKYLL, ...files, [path]: text });
  return [...site.flavor.buildStoppers!(post(path), site)].map(({ message }) => message);
}

const body = (text: string, fields = 'title: 가'): string => `---\n${fields}\n---\n${text}\n`;

describe('what stops a Jekyll build', () => {
  const STOPS: readonly (readonly [string, string, string | undefined])[] = [
    ['an unknown tag', body('{% 없음 %} {% nope %}'), 'Liquid knows no tag "없음": the build stops.'],
    ['an unknown tag in code', body('```\n{% nope a %}\n```'), 'Liquid knows no tag "nope": the build stops.'],
    ['a tag in raw', body('{% raw %}{% nope %}{{ x {% endraw %}'), undefined],
    ['a tag in a comment', body('{% comment %}{% nope %}{% endcomment %}'), undefined],
    ['raw without an end', body('{% raw %}{{ x'), '"raw" is never closed: the build stops.'],
    ['a pair without an end', body('{% if x %}가'), '"if" is never closed: the build stops.'],
    ['an end without a beginning', body('가{% endfor %}'), '"endfor" closes nothing that is open: the build stops.'],
    ['the end of another pair', body('{% if x %}{% endfor %}'), '"endfor" closes nothing that is open: the build stops.'],
    ['pairs in pairs', body('{% for a in b %}{% if a %}1{% elsif c %}2{% else %}3{% endif %}{% endfor %}{% case x %}{% when 1 %}{% endcase %}'), undefined],
    ['highlight', body('{% highlight js %}const a = 1;{% endhighlight %}'), undefined],
    ['braces without an end', body('값은 {{ x'), '"{{" is never closed: the build stops.'],
    ['a brace too few', body('값은 {{ x }.'), '"{{" is never closed: the build stops.'],
    ['braces of a formula', body('${{a}}$ {{ {b: 1}} }}'), undefined],
    ['a tag without an end', body('{% if'), '"{%" is never closed: the build stops.'],
    ['Liquid that is left alone', body('{% nope %}', 'render_with_liquid: false'), undefined],
    ['a number for a slug', body('', 'slug: 2026'), 'The slug 2026 is no text without quotes: the build stops.'],
    ['a number in quotes', body('', 'slug: "2026"'), undefined],
    ['a slug that no address needs', body('', 'slug: 2026\npermalink: /a/'), undefined],
    ['a number for a permalink', body('', 'permalink: 2026'), 'The permalink 2026 is no text without quotes: the build stops.'],
    ['an unknown placeholder', body('', 'permalink: /:yaer/:title/'), 'Jekyll knows no placeholder ":yaer": the build stops.'],
    ['a missing include', body('{% include 없음.html a="b" %}'), 'There is no file "없음.html" to include: the build stops.'],
    ['an include that may never run', body('{% if x %}{% include 없음.html %}{% endif %}'), undefined],
    ['an include that is there', body('{% include note.html %}'), undefined],
    ['an include with a variable', body('{% include {{ page.x }} %}'), undefined],
    ['a link that leads nowhere, which has a rule of its own', body('{% link nope.md %}'), undefined],
  ];
  for (const [what, text, wanted] of STOPS) it(`${what}: ${wanted ?? 'nothing'}`, () => assert.deepEqual(stopsAt(text, { '_includes/note.html': '' }), wanted === undefined ? [] : [wanted]));

  it('believes in tags that plugins may define', () => {
    const text = body('{% youtube abc %}\n\n{% nope %}');
    const message = (tag: string): readonly string[] => [`Liquid knows no tag "${tag}": the build stops.`];
    assert.deepEqual(stopsAt(text), message('youtube'));
    assert.deepEqual(stopsAt(text, { '_config.yml': 'plugins: [jekyll-youtube]' }), []);
    assert.deepEqual(stopsAt(body('{% nope %}'), { '_config.yml': 'plugins: [jekyll-youtube]' }), message('nope'));
    assert.deepEqual(stopsAt(body('{% nope %}'), { '_config.yml': 'plugins: [jekyll-something]' }), []);
    assert.deepEqual(stopsAt(body('{% nope %}'), { '_config.yml': 'theme: some-theme' }), []);
    assert.deepEqual(stopsAt(body('{% nope %}'), { '_plugins/a.rb': "Liquid::Template.register_tag('box', Box)" }), message('nope'));
    assert.deepEqual(stopsAt(body('{% box %}{% nope %}{% endbox %}'), { '_plugins/a.rb': "Liquid::Template.register_tag('box', Box)" }), []);
    assert.deepEqual(stopsAt(body('{% nope %}'), { '_plugins/a.rb': 'Liquid::Template.register_tag(name, Box)' }), []);
  });

  it('asks nothing of a file that is copied', () => assert.deepEqual(stopsAt('{% nope %}\n', {}, 'notes.md'), []));
});
