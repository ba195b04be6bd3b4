// The remedies of a problem, in the light bulb. What they do is said by the rules; here it becomes an edit of the document.
import * as vscode from 'vscode';
import type { Say } from '../core/language';
import type { Finding } from '../core/lint';
import type { Post } from '../core/post';
import { lineEnding, type Edit } from '../core/span';
import { rangeOf, SOURCE, type Problems } from './diagnostics';

export function actions(problems: Problems, say: Say): vscode.Disposable {
  return vscode.languages.registerCodeActionsProvider({ language: 'markdown' }, {
    async provideCodeActions(document, range, context) {
      const found = await problems.findings(document);
      // asked again by VS Code when the text is the newer one
      if (!found || found.open.version !== document.version) return [];
      const { post } = found.open;
      const here = found.findings.map(finding => ({ finding, range: rangeOf(finding.span, post.lines) })).filter(each => each.range.intersection(range));
      const offered = new Set<string>();
      const fixes = here.flatMap(each => (each.finding.fixes ?? []).map((fix, index) => {
        const action = new vscode.CodeAction(fix.title, vscode.CodeActionKind.QuickFix);
        action.edit = toEdit(document.uri, fix.edits, post);
        action.isPreferred = index === 0 && fix.isSafe;
        action.diagnostics = diagnosticsOf(each, context.diagnostics);
        return action;
      }));
      const commands = here.filter(({ finding }) => finding.command === 'publish').map(each => {
        const action = new vscode.CodeAction(say('Publish this post, dated now'), vscode.CodeActionKind.QuickFix);
        action.command = { command: 'techPost.publish', title: action.title };
        action.diagnostics = diagnosticsOf(each, context.diagnostics);
        return action;
      });
      const switches = here.filter(({ finding }) => !offered.has(finding.rule) && offered.add(finding.rule)).map(each => {
        const action = new vscode.CodeAction(say('Turn off "{0}" in this post', each.finding.rule), vscode.CodeActionKind.QuickFix);
        action.edit = toEdit(document.uri, [switchOff(each.finding.rule, post)], post);
        action.diagnostics = diagnosticsOf(each, context.diagnostics);
        return action;
      });
      return [...commands, ...fixes, ...switches];
    },
  }, { providedCodeActionKinds: [vscode.CodeActionKind.QuickFix] });
}

/** Several edits of the text before any of them. */
export function toEdit(uri: vscode.Uri, edits: readonly Edit[], post: Post): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  edit.set(uri, edits.map(each => vscode.TextEdit.replace(rangeOf(each, post.lines), each.text)));
  return edit;
}

/** The comment that `readSwitches` in core/lint.ts understands: in the front matter, which readers never see, where it has comments. */
function switchOff(rule: string, post: Post): Edit {
  const newline = lineEnding(post.text);
  const frontMatter = post.frontMatter;
  if (frontMatter && frontMatter.format !== 'json' && !frontMatter.isBroken) {
    const at = frontMatter.content.start;
    return { start: at, end: at, text: `# tech-post-disable ${rule}${newline}` };
  }
  return { start: post.body.start, end: post.body.start, text: `<!-- tech-post-disable ${rule} -->${newline}${newline}` };
}

function diagnosticsOf({ finding, range }: { readonly finding: Finding; readonly range: vscode.Range }, shown: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return shown.filter(({ source, code, range: at }) => source === SOURCE && typeof code === 'object' && code.value === finding.rule && at.isEqual(range));
}
