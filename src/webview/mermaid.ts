// The bundle that draws diagrams: mermaid, in a corner of our own page that nobody sees, as it has to measure what it draws.
import mermaid from 'mermaid';
import type { Drawers } from './drawing';

const holder = document.createElement('div');
holder.style.cssText = 'position: absolute; left: -10000px; top: 0; width: 1000px; visibility: hidden; contain: strict;';
holder.setAttribute('aria-hidden', 'true');
document.body.append(holder);
const counted = { made: 0 };

(window as Drawers).techPostDiagram = async (text, isDark) => {
  mermaid.initialize({
    startOnLoad: false, securityLevel: 'strict',
    // what a diagram may not set for itself: mermaid's own list, and those that can hold style sheets, which would load what they name
    secure: ['secure', 'securityLevel', 'startOnLoad', 'maxTextSize', 'suppressErrorRendering', 'maxEdges', 'themeCSS', 'fontFamily', 'altFontFamily'],
    suppressErrorRendering: true, theme: isDark ? 'dark' : 'default',
    // HTML in a picture is not drawn alike everywhere
    htmlLabels: false, flowchart: { htmlLabels: false }, fontFamily: 'sans-serif',
  });
  try {
    return (await mermaid.render(`tp-diagram-${++counted.made}`, text, holder)).svg;
  } finally {
    holder.replaceChildren();
  }
};
