// The languages that code can be coloured in: highlight.js with its common ones and those that tech blogs use beside them.
import core from 'highlight.js/lib/core';
import type { HLJSApi, Language, LanguageFn } from 'highlight.js';
import apache from 'highlight.js/lib/languages/apache';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import clojure from 'highlight.js/lib/languages/clojure';
import cmake from 'highlight.js/lib/languages/cmake';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dart from 'highlight.js/lib/languages/dart';
import diff from 'highlight.js/lib/languages/diff';
import django from 'highlight.js/lib/languages/django';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import dos from 'highlight.js/lib/languages/dos';
import elixir from 'highlight.js/lib/languages/elixir';
import erb from 'highlight.js/lib/languages/erb';
import erlang from 'highlight.js/lib/languages/erlang';
import fsharp from 'highlight.js/lib/languages/fsharp';
import go from 'highlight.js/lib/languages/go';
import gradle from 'highlight.js/lib/languages/gradle';
import graphql from 'highlight.js/lib/languages/graphql';
import groovy from 'highlight.js/lib/languages/groovy';
import handlebars from 'highlight.js/lib/languages/handlebars';
import haskell from 'highlight.js/lib/languages/haskell';
import http from 'highlight.js/lib/languages/http';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import julia from 'highlight.js/lib/languages/julia';
import kotlin from 'highlight.js/lib/languages/kotlin';
import latex from 'highlight.js/lib/languages/latex';
import less from 'highlight.js/lib/languages/less';
import lisp from 'highlight.js/lib/languages/lisp';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import matlab from 'highlight.js/lib/languages/matlab';
import nginx from 'highlight.js/lib/languages/nginx';
import nix from 'highlight.js/lib/languages/nix';
import objectivec from 'highlight.js/lib/languages/objectivec';
import ocaml from 'highlight.js/lib/languages/ocaml';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import properties from 'highlight.js/lib/languages/properties';
import protobuf from 'highlight.js/lib/languages/protobuf';
import python from 'highlight.js/lib/languages/python';
import pythonRepl from 'highlight.js/lib/languages/python-repl';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import vim from 'highlight.js/lib/languages/vim';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const LANGUAGES: Readonly<Record<string, LanguageFn>> = {
  apache, bash, c, clojure, cmake, cpp, csharp, css, dart, diff, django, dockerfile, dos, elixir, erb, erlang, fsharp, go, gradle, graphql, groovy, handlebars, haskell, http, ini, java,
  javascript, json, julia, kotlin, latex, less, lisp, lua, makefile, markdown, matlab, nginx, nix, objectivec, ocaml, perl, php, powershell, properties, protobuf, python,
  'python-repl': pythonRepl, r, ruby, rust, scala, scss, shell, sql, swift, typescript, vim, xml, yaml,
};

/** Names that Chroma, Rouge or Prism know and highlight.js does not. */
const OTHER_NAMES: Readonly<Record<string, readonly string[]>> = {
  bash: ['ksh', 'sh-session'], batch: [], css: ['postcss'], dockerfile: ['containerfile'], dos: ['batch', 'batchfile', 'dosbatch', 'winbatch'], groovy: ['jenkinsfile', 'jenkins'], ini: ['cfg', 'conf', 'dosini', 'editorconfig', 'systemd', 'gitconfig'],
  json: ['json5', 'json-doc', 'ndjson', 'jsonl'], lisp: ['common-lisp', 'common_lisp', 'cl', 'elisp', 'emacs-lisp'], perl: ['perl5'], php: ['php8', 'html+php', 'markup-templating'], properties: ['env', 'dotenv', 'java-properties'],
  python: ['py3', 'python3', 'python2', 'sage'], shell: ['shell-session', 'shellsession', 'bash-session'], sql: ['mysql', 'postgresql', 'postgres', 'pgsql', 'plpgsql', 'plsql', 'tsql', 't-sql', 'sqlite', 'sqlite3', 'oracle'],
  xml: ['markup', 'vue', 'svelte', 'mathml', 'svg+xml'], javascript: ['es6', 'react'], makefile: ['mf', 'bsdmake'], vim: ['vimrc', 'viml', 'vimscript'], nginx: ['nginx-conf'], kotlin: ['kt', 'kts'], typescript: ['angular'],
};

const engine = core.newInstance();
/** By what highlight.js knows of them. */
const names = new Map<Language, string>();

/** highlight.js, with every language: that takes some milliseconds, so it waits for the first code. */
export function highlighter(): HLJSApi {
  if (!names.size) {
    for (const [name, language] of Object.entries(LANGUAGES)) engine.registerLanguage(name, language);
    for (const [languageName, others] of Object.entries(OTHER_NAMES)) engine.registerAliases([...others], { languageName });
    for (const name of Object.keys(LANGUAGES)) names.set(engine.getLanguage(name)!, name);
  }
  return engine;
}

/** The language of a name as highlight.js calls it: `javascript` for `JSX`; undefined where there is none. A file's name counts by its ending. */
export function languageNamed(name: string): string | undefined {
  const lower = name.toLowerCase();
  const found = engineName(lower) ?? engineName(/\.([\w+-]+)$/.exec(lower)?.[1] ?? '');
  return found;
}

function engineName(name: string): string | undefined {
  const language = name === '' ? undefined : highlighter().getLanguage(name);
  return language && names.get(language);
}
