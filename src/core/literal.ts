// Text that stands for itself where signs have a meaning: in HTML, and in a pattern.

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** In HTML, between tags or in quotes. */
export const escaped = (text: string): string => text.replace(/[&<>"]/g, sign => SIGNS[sign]!);

/** In a regular expression, also one with the flag `u`, which refuses signs escaped without need. */
export const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
