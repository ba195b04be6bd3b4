// How previews are looked at: chosen in their title, remembered for the workspace, the same for all.
import * as vscode from 'vscode';
import { LOOKS, type LookName } from '../../core/look/own';

export interface Choice {
  /** Undefined for what the settings say. */
  readonly look?: LookName | undefined;
  /** Undefined for what VS Code has, or the site. */
  readonly scheme?: 'light' | 'dark' | undefined;
  /** Of the page, in CSS pixels; undefined for as wide as there is room. */
  readonly width?: number | undefined;
  readonly hasCards?: boolean | undefined;
  /** Our own styles will do: that the blog could be built for its look is said no more. */
  readonly isContent?: boolean | undefined;
}

export interface Choices extends vscode.Disposable {
  now(): Choice;
  choose(change: Choice): void;
  readonly onDidChange: vscode.Event<void>;
}

const KEY = 'preview.view';

export function choices(memory: vscode.Memento): Choices {
  const changed = new vscode.EventEmitter<void>();
  let choice = memory.get<Choice>(KEY, {});
  return {
    now: () => choice,
    choose(change) {
      choice = { ...choice, ...change };
      void memory.update(KEY, choice);
      changed.fire();
    },
    onDidChange: changed.event,
    dispose: () => changed.dispose(),
  };
}

export function lookOf({ look }: Choice, uri: vscode.Uri): LookName {
  const written = look ?? vscode.workspace.getConfiguration('techPost', uri).get('preview.style');
  return LOOKS.find(name => name === written) ?? LOOKS[0];
}

/** Whether pictures, and what a site's style sheets ask for, may come from elsewhere. */
export const allowsRemote = (uri: vscode.Uri): boolean => vscode.workspace.getConfiguration('techPost', uri).get('preview.remote') !== false;
