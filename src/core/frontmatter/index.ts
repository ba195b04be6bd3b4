// This folder alone knows how front matter is written: where it begins and ends, YAML, TOML and JSON, and how to change one
// value of it and leave every other byte alone. Lists that gain and lose items are in ../frontmatterlist.ts.
export type { Field, FieldValue, Format, FrontMatterError, FrontMatterErrorCode, FrontMatterStyle } from './field';
export { FrontMatter } from './head';
export { parseFrontMatter } from './parse';
export { writeField, writeValue } from './written';
