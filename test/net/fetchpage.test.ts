// Pages of a loopback server, well and badly behaved, by the way that a link in a scrap takes: what title is offered, and that
// whatever happens there is one, soon.
import assert from 'node:assert/strict';
import https from 'node:https';
import { speaker } from '../../src/core/language';
import { pageTitle } from '../../src/core/webpage/page';
import { decode } from '../../src/net/decode';
import { fetchPage } from '../../src/net/fetchpage';
import { isPrivateHost } from '../../src/net/hosts';
import { linkedPage, type LinkedPage } from '../../src/net/linkedpage';
import { bomb, bytes, drip, flood, html, page, send, serve, serveRaw, to, type Handler, type Server } from './server';

const EUC_KR = 'c7d1b1db20c1a6b8f1c0d4b4cfb4d9'; // 한글 제목입니다
const CP949 = '8c63b9e6b0a2c7cfbfcd2094ee'; // 똠방각하와 뷁
const SHIFT_JIS = '93fa967b8cea82cc91e896bc'; // 日本語の題名
const UTF_16 = '20c7c8b254cfdcb42000' + '1cc8a9ba'; // 유니코드 제목
const title = (hex: string, before = ''): Uint8Array => bytes(`<html><head>${before}<title>`, hex, '</title></head>');
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('hex');

interface Case {
  readonly name: string;
  readonly answer?: Handler;
  /** Undefined: a guess by the address. */
  readonly title?: string | undefined;
  readonly description?: string;
}

const CASES: readonly Case[] = [
  { name: 'title', answer: page('<title> 느린 질의\n  찾기 </title>'), title: '느린 질의 찾기' },
  { name: 'og', answer: page('<title>느린 질의 찾기 | 밤샘 일지</title><meta property="og:title" content="느린 질의 찾기"><meta property="og:description" content="실행 계획을  읽는 법">'), title: '느린 질의 찾기', description: '실행 계획을 읽는 법' },
  { name: 'twitter', answer: page('<meta name="twitter:title" content="카드 제목"><title>다른 제목</title>'), title: '카드 제목' },
  { name: 'json-ld', answer: page('<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"Article","headline":"기사 제목","description":"기사 요약"}]}</script>'), title: '기사 제목', description: '기사 요약' },
  { name: 'broken-json-ld', answer: page('<script type="application/ld+json">{"headline":</script><title>그래도 제목</title>'), title: '그래도 제목' },
  { name: 'heading', answer: page('<meta name="description" content="요약">', '<h1>본문의 <em>제목</em></h1>'), title: '본문의 제목', description: '요약' },
  { name: 'site-name', answer: page('<title>캐시 무효화 :: 밤샘 일지</title><meta property="og:site_name" content="밤샘 일지">'), title: '캐시 무효화' },
  { name: 'site-name-first', answer: page('<title>밤샘 일지 - 캐시 무효화</title><meta property="og:site_name" content="밤샘 일지">'), title: '캐시 무효화' },
  { name: 'other-bar', answer: page('<title>Rust | Go 비교</title><meta property="og:site_name" content="밤샘 일지">'), title: 'Rust | Go 비교' },
  { name: 'entities', answer: page('<title>A &amp; B &lt;C&gt; &#39;D&#39; &hellip;</title>'), title: "A & B <C> 'D' …" },
  { name: 'entities-twice', answer: page('<meta property="og:title" content="It&amp;#39;s here">'), title: "It's here" },
  { name: 'controls', answer: page('<title>앞\u202e뒤\u0007끝\u200b</title>'), title: '앞뒤끝' },
  { name: 'nfd', answer: page(`<title>${'한글'.normalize('NFD')}</title>`), title: '한글' },
  { name: 'svg-title', answer: page('<title>쪽 제목</title>', '<svg><title>그림 제목</title></svg>'), title: '쪽 제목' },
  { name: 'long', answer: page(`<title>${'가'.repeat(5000)}</title>`), title: `${'가'.repeat(299)}…` },
  { name: 'no-title', answer: page('') },
  { name: 'empty', answer: html(200, '') },

  { name: 'euc-kr-header', answer: html(200, title(EUC_KR), 'text/html; charset=EUC-KR'), title: '한글 제목입니다' },
  { name: 'euc-kr-meta', answer: html(200, title(EUC_KR, '<meta charset="euc-kr">'), 'text/html'), title: '한글 제목입니다' },
  { name: 'euc-kr-http-equiv', answer: html(200, title(EUC_KR, '<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=ks_c_5601-1987">'), 'text/html'), title: '한글 제목입니다' },
  { name: 'euc-kr-unsaid', answer: html(200, title(EUC_KR), 'text/html'), title: '한글 제목입니다' },
  { name: 'cp949', answer: html(200, title(CP949), 'text/html; charset=cp949'), title: '똠방각하와 뷁' },
  { name: 'shift-jis', answer: html(200, title(SHIFT_JIS, '<meta charset=shift_jis>'), 'text/html'), title: '日本語の題名' },
  { name: 'utf-16', answer: html(200, bytes('\xff\xfe', `${Buffer.from('<title>', 'utf16le').toString('hex')}${UTF_16}${Buffer.from('</title>', 'utf16le').toString('hex')}`, ''), 'text/html'), title: '유니코드 제목' },
  { name: 'utf-16-header', answer: html(200, bytes('', `${Buffer.from('<title>', 'utf16le').toString('hex')}${UTF_16}${Buffer.from('</title>', 'utf16le').toString('hex')}`, ''), 'text/html; charset=utf-16le'), title: '유니코드 제목' },
  { name: 'utf-16-meta', answer: html(200, title(utf8('실은 아니다'), '<meta charset="utf-16">'), 'text/html'), title: '실은 아니다' },
  { name: 'bom', answer: html(200, Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), title(utf8('표시가 있는 제목'))]), 'text/html; charset=euc-kr'), title: '표시가 있는 제목' },
  { name: 'header-lies-euc-kr', answer: html(200, title(EUC_KR, '<meta charset="euc-kr">'), 'text/html; charset=utf-8'), title: '한글 제목입니다' },
  { name: 'header-lies-utf-8', answer: html(200, title(utf8('실은 유니코드')), 'text/html; charset=euc-kr'), title: '실은 유니코드' },
  { name: 'header-lies-latin', answer: html(200, title(utf8('실은 유니코드'), '<meta charset="utf-8">'), 'text/html; charset=iso-8859-1'), title: '실은 유니코드' },
  { name: 'meta-lies', answer: html(200, title(EUC_KR, '<meta charset="utf-8">'), 'text/html'), title: '한글 제목입니다' },
  { name: 'unknown-charset', answer: html(200, title(utf8('모르는 이름')), 'text/html; charset=klingon'), title: '모르는 이름' },
  { name: 'meta-in-comment', answer: html(200, title(utf8('주석은 주석'), '<!-- <meta charset="euc-kr"> -->'), 'text/html'), title: '주석은 주석' },
  { name: 'xhtml', answer: html(200, bytes('<?xml version="1.0" encoding="euc-kr"?><html><head><title>', EUC_KR, '</title></head></html>'), 'application/xhtml+xml'), title: '한글 제목입니다' },
  { name: 'no-type', answer: send(200, {}, title(utf8('종류 없음'))), title: '종류 없음' },

  { name: 'redirect', answer: to('/title'), title: '느린 질의 찾기' },
  { name: 'redirect-permanent', answer: to('title', 301), title: '느린 질의 찾기' },
  { name: 'redirect-hangul', answer: to(Buffer.from('/글/제목', 'utf8').toString('latin1')), title: '한글 주소' },
  { name: 'redirect-loop', answer: to('/redirect-loop') },
  { name: 'redirect-nowhere', answer: send(302, {}) },
  { name: 'redirect-file', answer: to('file:///etc/passwd') },
  { name: 'redirect-javascript', answer: to('javascript:alert(1)') },
  { name: 'redirect-user', answer: to('http://me:secret@example.com/') },
  { name: 'refresh', answer: page('<meta http-equiv="refresh" content="0; url=/title">'), title: '느린 질의 찾기' },
  { name: 'refresh-late', answer: page('<meta http-equiv="refresh" content="300"><title>자주 바뀌는 쪽</title>'), title: '자주 바뀌는 쪽' },
  { name: 'refresh-loop', answer: page('<meta http-equiv="refresh" content="0; url=/refresh-loop">') },
  { name: 'login', answer: to('/login?next=/post') },

  { name: 'not-found', answer: html(404, '<title>404 Not Found</title>') },
  { name: 'not-found-200', answer: html(200, '<title>404: This page could not be found</title>') },
  { name: 'bot-wall', answer: html(403, '<title>Just a moment...</title>') },
  { name: 'bot-wall-200', answer: html(200, '<title>Attention Required! | Cloudflare</title>') },
  { name: 'sign-in', answer: html(200, '<title>Sign in - 어느 회사</title>') },
  { name: 'server-error', answer: html(503, '<title>Service Unavailable</title>') },
  { name: 'no-content', answer: send(204, {}) },
  { name: 'not-modified', answer: send(304, {}) },

  { name: 'paper.pdf', answer: send(200, { 'content-type': 'application/pdf' }, '%PDF-1.4\n1 0 obj\n<< /Title (Attention \\(again\\)) /Author (x) >>\n'), title: 'Attention (again)' },
  { name: 'pdf-hangul', answer: send(200, { 'content-type': 'application/pdf' }, `%PDF-1.7\n<< /Title <FEFF${Buffer.from('논문', 'utf16le').swap16().toString('hex')}> >>`), title: '논문' },
  { name: 'pdf-untold', answer: send(200, { 'content-type': 'application/pdf', 'content-disposition': "attachment; filename=x.pdf; filename*=UTF-8''%EB%B0%9C%ED%91%9C.pdf" }, '%PDF-1.4 /Title (Microsoft Word - a.docx)'), title: '발표.pdf' },
  { name: 'slides.zip', answer: send(200, { 'content-type': 'application/zip' }, 'PK'), title: 'slides.zip' },
  { name: 'cover.png', answer: send(200, { 'content-type': 'image/png' }, 'x'), title: 'cover.png' },
  { name: 'README.md', answer: send(200, { 'content-type': 'text/plain; charset=utf-8' }, '머리말\n\n# 작은 도구\n\n설명'), title: '작은 도구' },
  { name: 'notes.txt', answer: send(200, { 'content-type': 'text/plain; charset=utf-8' }, '그냥 글'), title: 'notes.txt' },
  { name: 'data-json', answer: send(200, { 'content-type': 'application/json' }, '{"title":"아님"}') },

  { name: 'bad-gzip', answer: send(200, { 'content-type': 'text/html', 'content-encoding': 'gzip' }, 'not gzip') },
  { name: 'short', answer: send(200, { 'content-type': 'text/html; charset=utf-8', 'content-length': '5000' }, '<title>짧은 쪽</title>'), title: '짧은 쪽' },
  { name: 'hung-up', answer: request => request.socket.destroy() },
  { name: 'deep', answer: page('<title>깊은 쪽</title>', '<div>'.repeat(100_000)), title: '깊은 쪽' },
  { name: 'many-metas', answer: page(`${'<meta name="x" content="y">'.repeat(2000)}<title>많은 메타</title>`), title: '많은 메타' },
  { name: 'late-title', answer: page(`<style>${'a{}'.repeat(100_000)}</style><title>한참 뒤의 제목</title>`), title: '한참 뒤의 제목' },
];

const QUICK = { timeLimit: 1500 };
const say = speaker();

describe('a page for a link', () => {
  let server: Server;
  const routes: Record<string, Handler> = {
    '/login': page('<title>우리 회사에 오신 것을 환영합니다</title>'),
    '/%EA%B8%80/%EC%A0%9C%EB%AA%A9': page('<title>한글 주소</title>'),
  };
  before(async () => {
    for (const { name, answer } of CASES) routes[`/${name}`] = answer!;
    routes['/flood'] = flood('<title>끝없는 쪽</title><p>');
    routes['/flood-untitled'] = flood('<p>');
    routes['/flood-hidden'] = flood('<p>', { 'content-length': String(2 ** 31) });
    routes['/drip'] = drip('<html><head><title>느린 쪽</title>');
    routes['/drip-untitled'] = drip('<html>');
    routes['/bomb'] = bomb('<title>폭탄</title><p>', 200);
    routes['/bomb-untitled'] = bomb('', 200);
    routes['/never'] = () => {};
    server = await serve(routes);
  });
  after(() => server.close());

  const linked = (path: string, options = QUICK): Promise<LinkedPage> => linkedPage(`${server.origin}/${path}`, say, options);

  for (const { name, title: wanted, description = '' } of CASES) {
    it(`${name}: ${wanted ?? 'a guess by the address'}`, async () => {
      const found = await linked(name);
      assert.equal(found.isGuess, wanted === undefined, found.title);
      if (wanted === undefined) assert.ok(found.title);
      else assert.deepEqual([found.title, found.description], [wanted, description]);
    });
  }

  describe('stops reading', () => {
    // what the system keeps on its way counts as sent
    const limit = 8 * 1024 * 1024;
    for (const [path, wanted] of [['flood', '끝없는 쪽'], ['flood-untitled', undefined], ['flood-hidden', undefined]] as const) {
      it(`where a body does not end (${path})`, async () => {
        const found = await linked(path, { timeLimit: 8000 });
        assert.equal(found.isGuess ? undefined : found.title, wanted);
        await new Promise(resolve => setTimeout(resolve, 50));
        assert.ok((server.sent.get(`/${path}`) ?? 0) < limit, `${server.sent.get(`/${path}`)} bytes left`);
      });
    }

    it('where a small answer would become a large one', async () => {
      const before = process.memoryUsage().arrayBuffers;
      assert.equal((await linked('bomb', { timeLimit: 8000 })).title, '폭탄');
      assert.equal((await linked('bomb-untitled', { timeLimit: 8000 })).isGuess, true);
      assert.ok(process.memoryUsage().arrayBuffers - before < 64 * 1024 * 1024);
    });

    it('when the time is over, and what came until then counts', async () => {
      const began = Date.now();
      assert.equal((await linked('drip', { timeLimit: 400 })).title, '느린 쪽');
      assert.equal((await linked('drip-untitled', { timeLimit: 400 })).isGuess, true);
      const never = await linked('never', { timeLimit: 400 });
      assert.deepEqual([never.isGuess, never.failure, never.title], [true, 'too-slow', 'never']);
      assert.ok(Date.now() - began < 3000);
    });

    it('when the writer does', async () => {
      const stop = new AbortController();
      const asking = fetchPage(`${server.origin}/never`, { signal: stop.signal });
      stop.abort();
      assert.deepEqual(await asking, { kind: 'failed', failure: 'stopped' });
      assert.deepEqual(await fetchPage(`${server.origin}/title`, { signal: stop.signal }), { kind: 'failed', failure: 'stopped' });
    });
  });

  describe('without an answer of HTTP', () => {
    for (const [name, answer] of [
      ['garbage', socket => socket.end('SSH-2.0-OpenSSH_9.2\r\n')],
      ['silence', () => {}],
      ['an end', socket => socket.end()],
      ['headers without end', socket => { socket.write('HTTP/1.1 200 OK\r\n'); const timer = setInterval(() => socket.write(`X-${Date.now()}: ${'h'.repeat(4000)}\r\n`), 5); socket.on('close', () => clearInterval(timer)); }],
    ] as readonly (readonly [string, Parameters<typeof serveRaw>[0]])[]) {
      it(`from ${name} there is a guess`, async () => {
        const raw = await serveRaw(answer);
        const found = await linkedPage(`${raw.origin}/2026/slow-queries.html`, say, { timeLimit: 500 });
        assert.deepEqual([found.title, found.isGuess], ['slow queries', true]);
        assert.ok(found.failure);
        await raw.close();
      });
    }

    it('from nobody there is one too', async () => {
      const raw = await serveRaw(() => {});
      await raw.close();
      assert.equal((await linkedPage(`${raw.origin}/x`, say, QUICK)).failure, 'no-answer');
      assert.equal((await linkedPage('http://no-such-host.invalid/새-글', say, QUICK)).title, '새 글');
    });

    it('from a wrong certificate, and from none', async () => {
      const plain = await serve({ '/x': page('<title>평문</title>') });
      assert.equal((await linkedPage(`${plain.origin.replace('http', 'https')}/x`, say, QUICK)).failure, 'no-answer');
      await plain.close();
      const secure = https.createServer((_, response) => response.end('<title>암호</title>'));
      await new Promise<void>(resolve => secure.listen(0, '127.0.0.1', resolve));
      const { port } = secure.address() as { port: number };
      assert.equal((await linkedPage(`https://127.0.0.1:${port}/x`, say, QUICK)).failure, 'no-answer');
      secure.closeAllConnections();
      secure.close();
    });
  });

  describe('asks', () => {
    it('with GET alone, without cookies and without saying from where', async () => {
      const before = server.asked.length;
      await linked('redirect');
      assert.deepEqual(server.asked.slice(before), ['GET /redirect', 'GET /title']);
      const last = server.headers.at(-1)!;
      assert.deepEqual([last.cookie, last.referer, last.authorization], [undefined, undefined, undefined]);
    });

    it('no more than five times in a row', async () => {
      const before = server.asked.length;
      assert.equal((await linked('redirect-loop')).failure, 'too-many-redirects');
      assert.equal(server.asked.length - before, 6);
    });

    it('nothing of the own network that a public page leads to', async () => {
      // a public host that answers like one is not to be had here: the step that guards each hop is asked alone
      const real = globalThis.fetch;
      const asked: string[] = [];
      globalThis.fetch = (async (address: URL) => {
        asked.push(address.href);
        return new Response(null, { status: 302, headers: { location: `${server.origin}/title` } });
      }) as typeof fetch;
      try {
        assert.deepEqual(await fetchPage('https://blog.example.com/x', QUICK), { kind: 'failed', failure: 'not-public' });
        assert.deepEqual(asked, ['https://blog.example.com/x']);
      } finally {
        globalThis.fetch = real;
      }
    });

    it('with what is known of a server only: one that is asked for a name and a password is not', async () => {
      assert.equal((await fetchPage(`${server.origin.replace('//', '//me:secret@')}/title`, QUICK)).kind, 'failed');
      assert.equal((await fetchPage('file:///etc/passwd', QUICK)).kind, 'failed');
      assert.equal((await fetchPage('nonsense', QUICK)).kind, 'failed');
    });
  });

  it('knows which hosts are of the own network, in any way of writing', () => {
    const of = (address: string): boolean => isPrivateHost(new URL(address).hostname);
    for (const address of ['http://localhost', 'http://a.localhost', 'http://LOCALHOST.', 'http://127.0.0.1', 'http://127.1', 'http://2130706433', 'http://0x7f.0.0.1', 'http://017700000001', 'http://0.0.0.0', 'http://10.1.2.3',
      'http://172.16.0.1', 'http://172.31.255.255', 'http://192.168.0.1', 'http://169.254.169.254', 'http://100.64.0.1', 'http://[::1]', 'http://[::]', 'http://[::ffff:127.0.0.1]', 'http://[::ffff:a00:1]', 'http://[fe80::1]', 'http://[fd00::1]',
      'http://[64:ff9b::7f00:1]', 'http://[2002:7f00:1::]', 'http://router', 'http://nas.local', 'http://git.corp', 'http://metadata.google.internal', 'http://255.255.255.255']) assert.equal(of(address), true, address);
    for (const address of ['https://example.com', 'https://172.32.0.1', 'http://11.0.0.1', 'http://[2606:4700::1111]', 'https://한글.kr', 'https://localhost.example.com', 'https://192.169.0.1']) assert.equal(of(address), false, address);
  });
});

describe('a host whose pages tell nothing', () => {
  let server: Server;
  const real = globalThis.fetch;
  const asked: string[] = [];
  before(async () => {
    server = await serve({
      '/watch': page('<title>YouTube</title>'), '/oembed': send(200, { 'content-type': 'application/json' }, JSON.stringify({ title: '  느린 질의\n찾기 ' })),
      '/known': page('<title>이미 아는 제목 - YouTube</title><meta property="og:site_name" content="YouTube">'),
    });
    // the host's name leads to the loopback server
    globalThis.fetch = (async (address: URL, options?: RequestInit) => {
      asked.push(address.href);
      const response = await real(`${server.origin}${address.pathname}${address.search}`, options);
      return new Response(response.body, { status: response.status, headers: response.headers });
    }) as typeof fetch;
  });
  after(() => {
    globalThis.fetch = real;
    return server.close();
  });

  it('is asked by its service', async () => {
    const found = await linkedPage('https://www.youtube.com/watch?v=abcDEF12345', say, QUICK);
    assert.deepEqual([found.title, found.isGuess, found.failure], ['느린 질의 찾기', false, undefined]);
    assert.deepEqual(asked.splice(0), ['https://www.youtube.com/watch?v=abcDEF12345', 'https://www.youtube.com/oembed?format=json&url=https%3A%2F%2Fwww.youtube.com%2Fwatch%3Fv%3DabcDEF12345']);
  });

  it('is not asked for what its page told', async () => {
    assert.equal((await linkedPage('https://www.youtube.com/known', say, QUICK)).title, '이미 아는 제목');
    assert.equal(asked.splice(0).length, 1);
  });
});

describe('titles of a host', () => {
  const told = (address: string, head: string): readonly [string, string] => {
    const bytes = new TextEncoder().encode(`<head>${head}</head>`);
    const { title, description } = pageTitle(address, { status: 200, address, contentType: 'text/html; charset=utf-8', disposition: undefined, bytes }, decode, say);
    return [title, description];
  };
  it('have no frame: a repository, an issue, a post', () => {
    const github = '<meta property="og:site_name" content="GitHub">';
    assert.deepEqual(told('https://github.com/nukak/slow', `${github}<meta property="og:title" content="GitHub - nukak/slow: 느린 질의를 찾는 도구">`), ['nukak/slow', '느린 질의를 찾는 도구']);
    assert.deepEqual(told('https://github.com/nukak/slow', `${github}<meta property="og:title" content="nukak/slow"><meta property="og:description" content="Contribute to nukak/slow development by creating an account on GitHub.">`)[0], 'nukak/slow');
    assert.deepEqual(told('https://github.com/nukak/slow/issues/3', `${github}<meta property="og:title" content="멈추지 않는 질의 · Issue #3 · nukak/slow">`)[0], '멈추지 않는 질의 · Issue #3 · nukak/slow');
    assert.deepEqual(told('https://x.com/nukak/status/1', '<title>X</title>')[0], 'A post by @nukak');
  });
});

describe('titles without a page', () => {
  const offline = (address: string): Promise<LinkedPage> => linkedPage(address, say, { signal: AbortSignal.abort() });
  for (const [address, wanted] of [
    ['https://github.com/nukak/slow-query', 'nukak/slow-query'],
    ['https://github.com/nukak/slow-query/issues/31', 'nukak/slow-query#31'],
    ['https://github.com/nukak/slow-query/blob/main/docs/a.md', 'nukak/slow-query: docs/a.md'],
    ['https://x.com/nukak/status/1492199297525370', 'A post by @nukak'],
    ['https://mobile.twitter.com/nukak/status/14921992', 'A post by @nukak'],
    ['https://youtu.be/abcDEF12345', 'YouTube abcDEF12345'],
    ['https://www.youtube.com/watch?t=3&v=abcDEF12345', 'YouTube abcDEF12345'],
    ['https://arxiv.org/abs/1706.03762', 'arXiv:1706.03762'],
    ['https://blog.example.com/2026/11/how-we-cache_things.html?x=1', 'how we cache things'],
    ['https://blog.example.com/%EC%BA%90%EC%8B%9C-%EB%AC%B4%ED%9A%A8%ED%99%94/', '캐시 무효화'],
    ['https://medium.com/@nukak/why-redis-is-fast-3f2b9c1d8e7a', 'why redis is fast'],
    ['https://example.com/files/report.pdf', 'report.pdf'],
    ['https://www.example.com/', 'example.com'],
    ['https://example.com/123/456', 'example.com'],
    ['https://example.com/%E0%A4%A', 'example.com'],
  ] as const) {
    it(`${address}: ${wanted}`, async () => assert.equal((await offline(address)).title, wanted));
  }
});

