// `enableEmoji`: names between colons become pictures before Markdown is read, in code as well (hugolib's page parser, lexEmoji).
// So that places stay what they are, the text keeps its length: behind the picture stand characters that no text has.
import names from 'markdown-it-emoji/lib/data/full.mjs';

const FILLER = '\uFDD2';
const NAME = /\{\{[<%](?:(?![>%]\}\})[\s\S]){0,4000}[>%]\}\}|:[\p{L}\p{Nd}_+-]+:/gu;

export const withEmoji = (text: string): string => text.replaceAll(FILLER, '\uFFFD').replace(NAME, tag => {
  const name = tag.slice(1, -1);
  const emoji = tag[0] === ':' && Object.hasOwn(names, name) ? names[name]! : '';
  return emoji === '' || emoji.length > tag.length ? tag : emoji + FILLER.repeat(tag.length - emoji.length);
});

export const withoutFillers = (text: string): string => (text.includes(FILLER) ? text.replaceAll(FILLER, '') : text).replace(/(?:%EF%B7%92)+/g, '');
