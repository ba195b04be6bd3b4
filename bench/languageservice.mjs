// Diagnostics of every Markdown file by vscode-markdown-languageservice, which VS Code itself uses.
//   node bench/languageservice.mjs WHERE-IT-IS-INSTALLED FOLDER
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

const [installed = '', folder = ''] = process.argv.slice(2);
const require = createRequire(path.join(installed, 'package.json'));
const { createLanguageService, githubSlugifier, DiagnosticLevel, LogLevel } = require('vscode-markdown-languageservice');
const { TextDocument } = require('vscode-languageserver-textdocument');
const { URI } = require('vscode-uri');
const MarkdownIt = require('markdown-it');

const md = MarkdownIt({ html: true, linkify: true });
const never = () => ({ dispose() {} });
const documents = new Map(readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && /\.(?:md|markdown)$/.test(entry.name)).map(entry => {
  const file = path.join(entry.parentPath, entry.name);
  const uri = URI.file(file);
  const document = TextDocument.create(uri.toString(), 'markdown', 1, readFileSync(file, 'utf8'));
  return [uri.toString(), Object.assign(document, { $uri: uri })];
}));
const workspace = {
  workspaceFolders: [URI.file(folder)],
  onDidChangeMarkdownDocument: never, onDidCreateMarkdownDocument: never, onDidDeleteMarkdownDocument: never,
  getAllMarkdownDocuments: async () => documents.values(),
  hasMarkdownDocument: (/** @type {any} */ uri) => documents.has(uri.toString()),
  openMarkdownDocument: async (/** @type {any} */ uri) => documents.get(uri.toString()),
  stat: async (/** @type {any} */ uri) => { const stat = statSync(uri.fsPath, { throwIfNoEntry: false }); return stat && { isDirectory: stat.isDirectory() }; },
  readDirectory: async (/** @type {any} */ uri) => readdirSync(uri.fsPath, { withFileTypes: true }).map(entry => [entry.name, { isDirectory: entry.isDirectory() }]),
};
const parser = { slugifier: githubSlugifier, tokenize: async (/** @type {any} */ document) => md.parse(document.getText(), {}) };
const service = createLanguageService({ workspace, parser, logger: { level: LogLevel.Off, log() {} } });
const { error } = DiagnosticLevel;
const options = { validateReferences: error, validateFragmentLinks: error, validateFileLinks: error, validateMarkdownFileLinkFragments: error, validateUnusedLinkDefinitions: undefined, validateDuplicateLinkDefinitions: undefined, ignoreLinks: [] };
const token = { isCancellationRequested: false, onCancellationRequested: never };
for (const document of documents.values()) {
  for (const { message } of await service.computeDiagnostics(document, options, token)) console.log(`${document.$uri.fsPath}: ${message}`);
}
