// Our own pages follow VS Code's theme: its class names and colours are those of the page around the frame.
import type { Frame } from './frame';

const KINDS = ['vscode-light', 'vscode-dark', 'vscode-high-contrast', 'vscode-high-contrast-light', 'vscode-reduce-motion'] as const;

export interface Theme {
  /** To be called when the page or the wish has changed. */
  set(scheme: 'light' | 'dark' | undefined, isOwn: boolean): void;
  /** To be called when style sheets have come. */
  renew(): void;
}

export function showTheme({ document: inner, paint }: Frame): Theme {
  let wish: 'light' | 'dark' | undefined;
  let isShown = false;

  function show(): void {
    const { classList } = document.body;
    for (const kind of KINDS) inner.body.classList.toggle(kind, isShown && (wish === undefined || kind === 'vscode-reduce-motion' ? classList.contains(kind) : kind === `vscode-${wish}`));
    // the colours of high contrast themes
    const { style } = inner.documentElement;
    for (const name of [...style]) if (name.startsWith('--vscode-')) style.removeProperty(name);
    if (isShown && wish === undefined) passOn(style);
    // our pages keep room for a scroll bar, which a browser leaves to what lies behind the page
    paint(isShown ? getComputedStyle(inner.documentElement).backgroundColor : '');
  }

  function passOn(style: CSSStyleDeclaration): void {
    const around = document.documentElement.style;
    for (const name of ['--vscode-editor-background', '--vscode-editor-foreground', '--vscode-contrastBorder', '--vscode-textLink-foreground']) {
      const value = around.getPropertyValue(name);
      if (value) style.setProperty(name, value);
    }
  }

  new MutationObserver(show).observe(document.body, { attributes: true, attributeFilter: ['class'] });
  return {
    set(scheme, isOwn) {
      wish = scheme;
      isShown = isOwn;
      show();
    },
    renew: show,
  };
}
