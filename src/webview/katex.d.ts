declare module 'katex/contrib/auto-render' {
  import type { KatexOptions } from 'katex';

  /** https://katex.org/docs/autorender */
  export default function renderMathInElement(element: Element, options: KatexOptions & {
    readonly delimiters: readonly { readonly left: string; readonly right: string; readonly display: boolean }[];
    readonly ignoredTags?: readonly string[];
    readonly ignoredClasses?: readonly string[];
  }): void;
}

declare module '*.css' {
  const text: string;
  export default text;
}
