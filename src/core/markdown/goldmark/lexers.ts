// The names of languages that Chroma knows. Made by scripts/highlighters.mjs.

export const CHROMA_LEXERS: ReadonlySet<string> = new Set((
  '1s 1s:enterprise abap abnf aconf actionscript actionscript3 ada ada2005 ada95 al angular2 antlr apache apacheconf apl applescript arduino ' +
  'arexx armasm as as3 asm awk b3d ballerina bash bash-session bashsession basic bat batch batchfile bf bib bibtex bicep bind blitzbasic bnf ' +
  'bplus bqn brainfuck bsdmake c c# c++ caddy caddyfile capnp cassette cc ceylon cf3 cfengine3 cfg cfs cfstatement chai chaiscript cheetah cjs ' +
  'cl clj clojure cls cmake cmake.in cmd cobol coffee coffee-script coffeescript common-lisp console coq cpp cr crystal cs csh csharp css cts ' +
  'cucumber cxx cython d dart diff django django/jinja dns docker dockerfile dosbatch dosini dtd duby dylan ebnf ecl elisp elixir elm emacs ' +
  'emacs-lisp emacslisp eps erl erlang ex exs f90 f95 factor feature fennel fish fishshell fnl forth fortran fs fsharp gas gawk gd gdscript ' +
  'gemspec genshi gherkin glsl gnuplot go go-html-template go-text-template golang gql gradle graphql graphqls groff groovy gsed h h++ ' +
  'handlebars haskell haxe hbs hcl hexdump hh hlb hlsl hpp hs html html.handlebars html.hbs http hx hxx hy hylang idr idris igor igorpro ini ' +
  'ino io j java java-properties javascript jinja jl js json jsx julia jungle kid kotlin ksh kt latex lighttpd lighty lisp llvm lua m m2 mak ' +
  'make makefile mako man mariadb markdown mason mathematica matlab mawk mcfunction md meson meson.build metal mf minizinc mjs mk mkd ml mlir ' +
  'mma modula-2 modula2 monkeyc morrowind morrowindscript mts mwscript myghty mysql mzn nasm nawk nb newspeak ng2 nginx nim nimrod nix nixos ' +
  'no-highlight nroff obj-c objc objective-c objectivec ocaml octave ones onesenterprise openedge openscad pacmanconf patch perl php php3 php4 ' +
  'php5 pig pkgconfig pl pl/pgsql plain plaintext plc plpgsql plutus-core pm pony posh postgres postgresql postscr postscript pov povray ' +
  'powerquery powershell pp pq prolog promql properties proto protobuf ps ps1 psd1 psl psm1 puppet pwsh py py2 py3 pyrex python python2 python3 ' +
  'pyx qbasic qbs qml r racket ragel raku rb re react reason reasonml reg registry rest rexx rkt rs rss rst ruby rust s sage sas sass scad ' +
  'scala scheme sci scilab scm scss sed sh shell shell-session sieve slice smalltalk smarty sml snobol sol solidity sparql splus sql squeak ' +
  'squid squid.conf squidconf ssed st stas styl stylus sv svelte svg svh swift systemd systemverilog t-sql tablegen tape tasm tcl tcsh termcap ' +
  'terminfo terraform tex text tf thrift toml tradingview transact-sql ts tsql tsx turing turtle tv twig txt typescript typoscript ' +
  'typoscriptcssdata typoscripthtmldata udiff v vala vapi vb vb.net vbnet verilog vhdl vhs vim viml vue vuejs wdte whiley winbatch wsf xhtml ' +
  'xml xorg xorg.conf xsd xsl yaml yang yml zed zig zone zsh'
).split(' '));
