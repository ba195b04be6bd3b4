// What the lexers of Chroma and Rouge call things, language by language, where highlight.js tells less or otherwise. Both have the
// short names of Pygments (https://pygments.org/docs/tokens/), and each its own idea of what is a keyword or a mere name.
export type LexerFamily = 'chroma' | 'rouge';

export interface Lexer {
  /** Classes by scope of highlight.js; `code` is read word by word. An empty class is plain text. */
  readonly scopes?: Readonly<Record<string, string>>;
  /** Classes, and the words that have them whatever highlight.js says. */
  readonly words?: Readonly<Record<string, string>>;
  /** A word that is nothing else. */
  readonly name?: string;
  /** A word behind a dot; one before a bracket; one that begins with a capital; one of capitals. */
  readonly member?: string;
  readonly call?: string;
  readonly capital?: string;
  readonly constant?: string;
  /** A word before a colon. */
  readonly key?: string;
  /** Signs that are operators; others are punctuation. */
  readonly operators?: RegExp;
  /** Classes of operators and of punctuation. */
  readonly operator?: string;
  readonly punctuation?: string;
  /** Classes of numbers: one for all, or whole, broken, hexadecimal. */
  readonly numbers?: string | readonly [whole: string, broken: string, hex: string];
  /** Classes of strings by their first sign; `''` is for the rest. */
  readonly strings?: Readonly<Record<string, string>>;
  /** The class of escapes in strings, of the quotes, and of `${` and `}`. */
  readonly escape?: string;
  readonly quote?: string;
  readonly inset?: string;
  /** Classes of comments: of a line, of several, documentation. */
  readonly comments?: readonly [line: string, block: string, doc: string];
  /** Classes of comments and tags by how they begin. */
  readonly openings?: Readonly<Record<string, string>>;
  /** Classes of names by the word in front of them. */
  readonly declares?: Readonly<Record<string, string>>;
  /** Words in front of dotted names, whose class is `nn`. */
  readonly namespaces?: string;
  /** A word in front of `=`. */
  readonly assigned?: string;
  /** `-x` and `--long` behind a blank. */
  readonly flag?: string;
  /** Names may have hyphens. */
  readonly hasHyphens?: boolean;
  /** The class of units behind numbers, where it is another. */
  readonly unit?: string;
  /** The class of `.`, `#`, `:` and `@` in front of names, and of a colon behind a key, where it is another. */
  readonly affix?: string;
  /** The class of `${` and `}` around a variable's name. */
  readonly braces?: string;
}

const JS_CONSTANTS = 'true false null NaN Infinity undefined';
const PYTHON_BUILT_IN = '__import__ abs all any bin bool bytearray bytes callable chr classmethod compile complex delattr dict dir divmod enumerate eval filter float format frozenset getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map max memoryview min next object oct open ord pow property range repr reversed round set setattr slice sorted staticmethod str sum super tuple type vars zip';
const PYTHON_ERRORS = 'ArithmeticError AssertionError AttributeError BaseException Exception FileNotFoundError ImportError IndexError IOError KeyError KeyboardInterrupt LookupError NameError NotImplementedError OSError OverflowError RuntimeError StopIteration SyntaxError SystemExit TypeError UnicodeDecodeError ValueError ZeroDivisionError';
const SHELL_BUILT_IN = 'alias bg bind break builtin caller cd command compgen complete declare dirs disown echo enable eval exec exit export false fc fg getopts hash help history jobs kill let local logout popd printf pushd pwd read readonly set shift shopt source suspend test time times trap true type typeset ulimit umask unalias unset wait';

/** What a language has of its own is laid over what all have. */
export const COMMON: Readonly<Record<LexerFamily, Lexer>> = {
  chroma: {
    scopes: {
      keyword: 'k', 'built_in': 'nb', type: 'kt', literal: 'kc', symbol: 'ss', regexp: 'sr', title: 'nf', 'title.class': 'nc', 'title.class.inherited': 'code', 'title.function': 'nf', 'title.function.invoke': 'code',
      variable: 'nv', 'variable.language': 'k', 'variable.constant': 'code', 'template-variable': 'nv', attr: 'na', attribute: 'na', property: 'code', params: 'code', subst: 'code', meta: 'cp', 'meta.prompt': 'gp', 'meta.string': 'cpf', name: 'nt', tag: 'p',
      'selector-tag': 'nt', 'selector-class': 'nc', 'selector-id': 'nn', 'selector-pseudo': 'nd', 'selector-attr': 'code', addition: 'gi', deletion: 'gd', section: 'gh', emphasis: 'ge', strong: 'gs', quote: 'k', bullet: 'k', link: 'na', code: 's', operator: 'code', punctuation: 'code', 'char.escape': 'se', formula: 's', 'template-tag': 'cp',
    },
    name: 'n', operators: /[-+*\/%=<>!&|^~?:@]/, operator: 'o', punctuation: 'p', numbers: ['mi', 'mf', 'mh'], strings: { '': 's' }, comments: ['c1', 'cm', 'cm'], inset: 'si',
  },
  rouge: {
    scopes: {
      keyword: 'k', 'built_in': 'nb', type: 'kt', literal: 'kc', symbol: 'ss', regexp: 'sr', title: 'nf', 'title.class': 'nc', 'title.class.inherited': 'code', 'title.function': 'nf', 'title.function.invoke': 'code',
      variable: 'nv', 'variable.language': 'k', 'variable.constant': 'code', 'template-variable': 'nv', attr: 'na', attribute: 'na', property: 'code', params: 'code', subst: 'code', meta: 'cp', 'meta.prompt': 'gp', 'meta.string': 'cpf', name: 'nt', tag: 'nt',
      'selector-tag': 'nt', 'selector-class': 'nc', 'selector-id': 'nf', 'selector-pseudo': 'nd', 'selector-attr': 'code', addition: 'gi', deletion: 'gd', section: 'gh', emphasis: 'ge', strong: 'gs', quote: 'ge', bullet: 'p', link: 'sx', code: 'nb', operator: 'code', punctuation: 'code', 'char.escape': 'se', formula: 's', 'template-tag': 'cp',
    },
    name: 'n', operators: /[-+*\/%=<>!&|^~?:@]/, operator: 'o', punctuation: 'p', numbers: ['mi', 'mf', 'mh'], strings: { '': 's' }, comments: ['c1', 'cm', 'cm'], inset: 'si',
  },
};

const SCRIPT: Record<LexerFamily, Lexer> = {
  chroma: {
    scopes: { 'title.class': 'code', 'title.function': 'code', 'built_in': 'code', attr: 'code', type: 'code', 'variable.language': 'code', 'meta': 'code', keyword: 'code', property: 'code' }, name: 'nx', operators: /[-+*\/%=<>!&|^~?:]/,
    words: {
      k: 'for in while do break return continue switch case default if else throw try catch finally new delete typeof instanceof void yield this of', kd: 'var let with function',
      kr: 'abstract async await boolean byte char class const debugger double enum export extends final float goto implements import int interface long native package private protected public short static super synchronized throws transient volatile',
      kc: JS_CONSTANTS, nb: 'Array Boolean Date Error Function Math Number Object Packages RegExp String Promise Proxy decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window', p: '=> ...',
    }, strings: { "'": 's1', '"': 's2', '`': 'sb', '': 's2' },
  },
  rouge: {
    scopes: { 'title.class': 'code', 'title.function': 'code', 'built_in': 'code', type: 'code', 'variable.language': 'code', 'meta': 'code', keyword: 'code', attr: 'code', property: 'code' }, name: 'nx', key: 'na', operators: /[-+*\/%=<>!&|^~]|\?\?/,
    words: {
      k: 'async await break case catch continue debugger default delete do else export finally from for if import in instanceof new of return super switch this throw try typeof void while yield as implements private protected public readonly',
      kd: 'var let const with function class extends constructor get set static', kr: 'abstract boolean byte char double enum final float goto int interface long native package short synchronized throws transient volatile', kc: JS_CONSTANTS,
      nb: 'Array Boolean Date Error Function Math Number Object Packages RegExp String Promise Set Map WeakSet WeakMap Symbol Proxy Reflect decodeURI decodeURIComponent encodeURI encodeURIComponent eval isFinite isNaN parseFloat parseInt document window navigator self global Infinity', p: '...',
    }, strings: { "'": 's1', '"': 's2', '`': 's2', '': 's2' }, quote: 'dl', inset: 'p',
  },
};

const C_LIKE: Record<LexerFamily, Lexer> = {
  chroma: { scopes: { 'built_in': 'code', title: 'code', 'meta keyword': 'cp', 'meta string': 'cpf' }, words: { nb: 'NULL true false', k: 'auto nullptr' }, operators: /[-+*\/%=<>!&|^~?]|:/, escape: 'se', strings: { "'": 'sc', '': 's' } },
  rouge: { scopes: { 'built_in': 'code', title: 'code', 'meta keyword': 'cp', 'meta string': 'cpf' }, words: { nb: 'NULL nullptr true false', k: 'auto', kt: 'size_t ssize_t' }, operators: /[-+*\/%=<>!&|^~?]|:/, escape: 'se', strings: { "'": 'sc', '': 's' } },
};

const JAVA: Record<LexerFamily, Lexer> = {
  chroma: {
    words: { kd: 'abstract const enum extends final implements native private protected public static strictfp super synchronized throws transient volatile class interface record', kn: 'package import', kt: 'boolean byte char double float int long short void', kc: 'true false null', k: 'assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while' },
    scopes: { type: 'code', 'built_in': 'code', meta: 'decorator', 'title.class': 'code', variable: 'code' }, operators: /[^\s]/, member: 'na', strings: { "'": 'sc', '': 's' }, numbers: 'n', declares: { nc: 'class interface enum record' }, namespaces: 'package import',
  },
  rouge: {
    words: { kd: 'abstract const enum extends final implements native private protected public static strictfp super synchronized throws transient volatile class interface record', kn: 'package import', kt: 'boolean byte char double float int long short void', kc: 'true false null', k: 'assert break case catch continue default do else finally for if goto instanceof new return switch this throw try while' },
    scopes: { type: 'code', 'built_in': 'code', meta: 'decorator', 'title.class': 'code', variable: 'code' }, operators: /[^\s]/, member: 'na', namespaces: 'package import', capital: 'nc', constant: 'no', strings: { "'": 'sc', '': 's' },
  },
};

const SHELL: Record<LexerFamily, Lexer> = {
  chroma: { name: '', scopes: { 'built_in': 'code', title: 'code', 'title.function': 'code', literal: 'code' }, words: { nb: SHELL_BUILT_IN, p: '; |', k: '$( (( )) if fi else while do done for then return function case select continue until esac elif', '': 'in' }, operators: /[=+{}[\]!]|&&|\|\||\(\)/, punctuation: '', assigned: 'nv', braces: 'si', numbers: 'm', comments: ['c1', 'c1', 'c1'], strings: { "'": 's1', '': 's2' } },
  rouge: { name: '', scopes: { 'built_in': 'code', title: 'code', 'title.function': 'code', literal: 'code', meta: 'c' }, punctuation: '', assigned: 'nv', braces: 'k', flag: 'nt', hasHyphens: true, words: { p: ';', nb: `${SHELL_BUILT_IN} cat cp mv rm ls mkdir rmdir chmod chown grep sed awk find sort uniq head tail cut tr xargs wc touch ln tar gzip sudo install basename dirname tee date sleep ps whoami df du diff`, k: 'if fi else while in do done for then return function case select break continue until esac elif' }, operators: /[=+<>{}[\]!]|&&|\|\||\(\)/, numbers: '', comments: ['c', 'c', 'c'], strings: { "'": 's1', '': 's2' } },
};

const STYLE: Record<LexerFamily, Lexer> = {
  chroma: {
    name: 'kc', call: 'nf', unit: 'kt', affix: 'p', hasHyphens: true, scopes: { 'built_in': 'nf', attribute: 'k', 'selector-class': 'nc', 'selector-attr': 'code', attr: 'nv', keyword: 'k', meta: 'cp', number: 'number', 'selector-pseudo': 'nd' }, words: { nb: 'rgba rgb url calc hsl', cp: '!important important' }, operators: /[>+~=^$*|\/[\]-]/,
    punctuation: 'p', strings: { '': 's2' }, comments: ['c', 'c', 'c'],
  },
  rouge: { name: 'n', hasHyphens: true, scopes: { 'built_in': 'n', attribute: 'nl', attr: 'py', keyword: 'k', meta: 'cp', number: 'number' }, words: { nb: 'auto block bold both center collapse dashed dotted fixed hidden inherit inline italic left monospace none normal nowrap pointer relative repeat no-repeat right sans-serif serif solid static table thin top transparent underline uppercase visible', cp: '!important' }, operators: /[>+~=^$*|[\]]/, numbers: 'm', strings: { '': 's1' }, comments: ['c', 'c', 'c'] },
};

const SQL: Lexer = { words: { k: 'NOT NULL AND OR IN IS AS LIKE COUNT SUM AVG MIN MAX LIMIT', nb: 'BIGINT INT INTEGER SMALLINT VARCHAR CHAR TEXT DECIMAL NUMERIC BOOLEAN DATE' }, scopes: { type: 'nb', 'built_in': 'k', literal: 'k' }, strings: { "'": 's1', '"': 's2', '': 's1' }, operators: /[-+*\/%=<>!&|^~]/, numbers: 'mi' };

/** By language as highlight.js calls it. */
export const LEXERS: Readonly<Record<string, Readonly<Partial<Record<LexerFamily, Lexer>>>>> = {
  javascript: SCRIPT,
  typescript: {
    chroma: { ...SCRIPT.chroma, operators: /[-+*\/%=!&|^~:]/, scopes: { ...SCRIPT.chroma.scopes, meta: 'kd' }, words: { ...SCRIPT.chroma.words, k: `${SCRIPT.chroma.words!['k']} keyof is`, kr: `${SCRIPT.chroma.words!['kr']} type from readonly constructor get set as abstract declare module namespace`, kt: 'string number any bigint unknown never void boolean object' } },
    rouge: { ...SCRIPT.rouge, scopes: { ...SCRIPT.rouge.scopes, meta: 'decorator' }, words: { ...SCRIPT.rouge.words, kd: `${SCRIPT.rouge.words!['kd']} type abstract namespace declare module`, kr: 'interface string number boolean any enum' }, key: 'nx' },
  },
  python: {
    chroma: {
      namespaces: 'import from', scopes: { 'title.function': 'nf', meta: 'decorator', 'variable.language': 'bp', type: 'code', 'built_in': 'code', string: 'string', literal: 'kc' }, strings: { "'": 's1', '"': 's2', '': 's2' }, escape: 'se', operators: /[-+*\/%=<>!&|^~@.]/,
      words: { nb: `print ${PYTHON_BUILT_IN}`, ne: PYTHON_ERRORS, kc: 'None True False', ow: 'in and is not or', bp: 'self cls', kn: 'import from', vm: '__name__ __file__ __doc__', fm: '__init__ __str__ __repr__ __call__ __enter__ __exit__ __iter__ __len__ __eq__ __hash__ __getitem__' },
    },
    rouge: { namespaces: 'import from', scopes: { 'title.function': 'nf', meta: 'code', 'variable.language': 'bp', type: 'code', 'built_in': 'code', literal: 'bp' }, escape: 'se', operators: /[-+*\/%=<>!&|^~@]/, words: { k: 'print', nb: `${PYTHON_BUILT_IN} file ${PYTHON_ERRORS}`, bp: 'None True False self cls', ow: 'in and is not or', kn: 'import from' } },
  },
  java: JAVA,
  go: {
    chroma: { name: 'nx', call: 'nf', scopes: { type: 'kt', keyword: 'k', 'title.function': 'nf' }, words: { kd: 'type struct const var map func chan interface', kn: 'package import', kc: 'nil true false iota', nb: 'close len byte make append cap copy delete new panic print println recover complex imag real' }, operators: /[*]|:=|\+\+|--|!=|==|<-|&&|\|\||[<>]=|[-+*\/%&|^]=|[-+\/%&^!]/ },
    rouge: { name: 'n', scopes: { type: 'kt', 'title.function': 'n' }, words: { no: 'nil true false iota', nb: 'close len make append cap copy delete new panic print println recover complex imag real', k: 'map chan' }, operators: /[-+*\/%=<>!&|^:.]/, numbers: 'm', escape: 'se', comments: ['c', 'c', 'c'] },
  },
  kotlin: {
    chroma: { namespaces: 'package import', declares: { py: 'val var' }, scopes: { type: 'code', meta: 'decorator', 'variable.language': 'k', 'built_in': 'code', literal: 'k', subst: 'si', variable: 'si', 'title.class': 'nc' }, operators: /\?\.|\?:|->|&&|\|\||==|!=|[<>]=|!/, numbers: 'm', strings: { "'": 'sc', '': 's2' }, words: { k: 'it true false null data class val var' }, punctuation: 'p' },
    rouge: { namespaces: 'package import', declares: { py: 'val var' }, scopes: { type: 'nc', meta: 'decorator', 'variable.language': 'k', 'built_in': 'code', literal: 'k', subst: 's', variable: 's' }, capital: 'nc', call: 'nf', operators: /\?\.|\?:|==|!=|[<>]=|!/, strings: { "'": 'sc', '': 's' }, words: { kd: 'data class val var interface', k: 'true false null this super' } },
  },
  c: {
    chroma: { ...C_LIKE.chroma, scopes: { ...C_LIKE.chroma.scopes, type: 'kt' }, call: 'nf', words: { ...C_LIKE.chroma.words, k: 'const auto static volatile extern register' } },
    rouge: { ...C_LIKE.rouge, scopes: { ...C_LIKE.rouge.scopes, type: 'code' }, words: { ...C_LIKE.rouge.words, k: 'const auto static volatile extern register', kt: 'char float int size_t void unsigned signed short long double bool' } },
  },
  cpp: { chroma: { ...C_LIKE.chroma, scopes: { ...C_LIKE.chroma.scopes, 'title.function': 'code', literal: 'nb' }, words: { nb: 'true false', k: 'auto nullptr const static default this' } }, rouge: { ...C_LIKE.rouge, scopes: { ...C_LIKE.rouge.scopes, 'title.function': 'code', literal: 'nb' }, words: { ...C_LIKE.rouge.words, k: 'auto const static default this' } } },
  csharp: { chroma: { words: { kt: 'bool byte char decimal double float int long object sbyte short string uint ulong ushort var void', kd: 'class struct record interface enum namespace' }, scopes: { 'built_in': 'kt', meta: 'cp' } }, rouge: { words: { kt: 'bool byte char decimal double float int long object sbyte short string uint ulong ushort var void' }, scopes: { 'built_in': 'kt', meta: 'cp' } } },
  bash: SHELL,
  shell: SHELL,
  yaml: {
    chroma: { name: 'l', affix: 'p', hasHyphens: true, scopes: { attr: 'nt', bullet: '', meta: 'cp', string: 'string', literal: 'kc', number: 'm' }, strings: { "'": 's1', '"': 's2', '': 'l' }, operators: /[]/, comments: ['c', 'c', 'c'], numbers: 'm' },
    rouge: { name: 's', affix: 'pi', hasHyphens: true, scopes: { attr: 'na', bullet: 'pi', meta: 'nl', literal: 'no', string: 'string' }, strings: { '': 's' }, operators: /[]/, punctuation: 'pi', numbers: 'm' },
  },
  json: { chroma: { scopes: { attr: 'nt', 'literal keyword': 'kc' }, strings: { '': 's2' }, operators: /[]/ }, rouge: { scopes: { attr: 'nl', 'literal keyword': 'kc' }, strings: { '': 's2' }, escape: 'se', operators: /[]/ } },
  xml: {
    chroma: { name: '', punctuation: '', operators: /[]/, scopes: { meta: 'cp', tag: 'tag', name: 'nt', attr: 'na', symbol: 'ni', string: 's' }, comments: ['c', 'c', 'c'], strings: { '': 's' }, numbers: '' },
    rouge: { name: '', punctuation: '', operators: /[]/, scopes: { meta: 'cp', tag: 'tag', name: 'nt', attr: 'na', symbol: 'ni', string: 's' }, comments: ['c', 'c', 'c'], strings: { '': 's' }, numbers: '' },
  },
  css: STYLE, scss: STYLE, less: STYLE,
  sql: { chroma: SQL, rouge: SQL },
  rust: {
    chroma: { scopes: { type: 'kt', 'built_in': 'nb', 'title.class': 'code', literal: 'kc', 'title.function': 'code', 'title.function.invoke': 'code', symbol: 'na', subst: 'si', 'variable.language': 'nc', variable: 'code' }, declares: { nf: 'fn', nc: 'struct enum trait' }, openings: { '///': 'sd' }, words: { '': ':: : ->', kp: '&', bp: 'self', kd: 'let static', k: 'const crate', nb: 'Result String Err Ok Some None Vec Option Box Default Clone Debug', fm: 'panic! println! vec! print! format! assert! assert_eq! write! todo!', kt: 'str bool char i8 i16 i32 i64 u8 u16 u32 u64 usize isize f32 f64' }, operators: /[-+*\/%=<>!|^&]/, escape: 'se', strings: { "'": 'sc', '': 's' } },
    rouge: { call: 'nf', scopes: { type: 'nb', 'built_in': 'code', 'title.class': 'code', meta: 'nd', 'title.function': 'nf', 'title.function.invoke': 'nf', symbol: 'nv', 'variable.language': 'k', variable: 'code' }, namespaces: 'use', words: { nb: 'Result String Vec Option Box str bool char i8 i16 i32 i64 u8 u16 u32 u64 usize isize f32 f64', nd: 'panic! println! vec! print! format! assert! assert_eq! write! todo!', k: '-> =>', p: '::' }, operators: /[-+*\/%=<>!^&]/, escape: 'se', strings: { "'": 'sc', '': 's' }, comments: ['c1', 'cm', 'cd'] },
  },
  ruby: {
    chroma: { scopes: { 'title.class': 'code', 'title.class.inherited': 'code', 'title.function': 'nf', 'built_in': 'code', symbol: 'ss', 'variable.language': 'nc', literal: 'kp', variable: 'vi', 'variable.constant': 'no', subst: 'code' }, words: { kp: 'nil true false attr_reader attr_accessor attr_writer private protected public include extend', nb: 'require puts print p raise format loop lambda proc rand sleep block_given' }, declares: { nn: 'module', nc: 'class' }, capital: 'no', operators: /[-+*\/%=<>!&|^~.[\]]|::/, strings: { "'": 's1', '"': 's2', '': 's2' } },
    rouge: { scopes: { 'title.class': 'code', 'title.class.inherited': 'code', 'title.function': 'nf', 'built_in': 'code', symbol: 'ss', 'variable.language': 'nc', literal: 'kp', variable: 'vi', 'variable.constant': 'no', subst: 'code' }, words: { kp: 'nil true false', nb: 'require puts print p raise format loop lambda proc rand sleep attr_reader attr_accessor attr_writer include extend' }, declares: { nn: 'module', nc: 'class' }, capital: 'no', member: 'nf', operators: /[-+*\/%=<>!&|^~]|::/, strings: { "'": 's1', '"': 's2', '': 's2' } },
  },
  dockerfile: {
    chroma: { name: 's', assigned: 'nv', hasHyphens: true, punctuation: 's', operators: /[=]|&&/, comments: ['c', 'c', 'c'], strings: { '': 's2' }, numbers: 'm', scopes: { keyword: 'k' } },
    rouge: { name: 's', hasHyphens: true, operators: /&&/, punctuation: 's', comments: ['c', 'c', 'c'], strings: { '': 's' }, numbers: 's', scopes: { keyword: 'k' }, words: { k: 'AS' } },
  },
  diff: { chroma: { name: '', operators: /[]/, punctuation: '', scopes: { meta: 'gu' }, comments: ['gh', 'gh', 'gh'], openings: { '---': 'gd', '+++': 'gi' }, numbers: '' }, rouge: { name: '', operators: /[]/, punctuation: '', scopes: { meta: 'p' }, comments: ['gh', 'gh', 'gh'], openings: { '---': 'gd', '+++': 'gi' }, numbers: '' } },
  plaintext: { chroma: { name: '', operators: /[]/, punctuation: '', numbers: '' }, rouge: { name: '', operators: /[]/, punctuation: '', numbers: '' } },
  markdown: { chroma: { name: '', operators: /[]/, punctuation: '', numbers: '' }, rouge: { name: '', operators: /[]/, punctuation: '', numbers: '' } },
};
