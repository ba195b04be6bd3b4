// The JSON schema of tech-post.json, by which editors complete and check it. media/tech-post.schema.json is written from it.
import { FLAVORS } from './flavors';
import { RULES } from './rules';
import { LEVELS } from './settings';

const EVERY = { description: 'A number of days, weeks or months: "2 weeks".', type: 'string', pattern: '^([1-9]\\d{0,2} *)?(days?|weeks?|months?|일|주|개월|달)$' };

function settingsSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Tech Post',
    description: 'What Tech Post checks in this blog.',
    type: 'object',
    additionalProperties: false,
    allowTrailingCommas: true,
    properties: {
      $schema: { type: 'string' },
      rules: {
        description: 'How much a rule matters, by its name; "off" silences it.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(RULES.map(({ id, summary, severity }) => [id, { description: summary, enum: LEVELS, default: severity }])),
      },
      ignore: {
        description: 'Files and folders, from the root of the blog, that are not checked. * and ** are understood.',
        type: 'array',
        items: { type: 'string' },
        default: [],
      },
      flavor: {
        description: 'What builds the blog, when its files do not tell.',
        enum: FLAVORS.map(({ id }) => id),
      },
      engineVersion: {
        description: 'The version of Hugo, Jekyll or Hexo that publishes the blog, such as 0.131.0, when no file of the blog says it.',
        type: 'string',
        pattern: '^\\d+(\\.\\d+){1,2}$',
      },
      rhythm: {
        description: 'How often you mean to publish. The status bar and the Posts view show the days that are left.',
        oneOf: [EVERY, {
          type: 'object',
          additionalProperties: false,
          required: ['every'],
          properties: {
            every: EVERY,
            from: { description: 'The first day of the first turn, when deadlines are fixed as in a writing club: each turn ends with the day before the next begins. Without it, the last post counts.', type: 'string', format: 'date' },
            posts: { description: 'How many posts a turn.', type: 'integer', minimum: 1, maximum: 100, default: 1 },
          },
        }],
      },
    },
  };
}

export const writeSchema = (): string => `${JSON.stringify(settingsSchema(), null, 2)}\n`;
