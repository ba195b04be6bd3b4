// A whole page as a browser gets it, in which one stretch is the body of a post. Both looks end in one: the blog's own, made of a
// page of its last build, and ours.

export interface Page {
  /** The document up to the body: `<!doctype html>` comes first. */
  readonly before: string;
  /** From the end of the body on. */
  readonly after: string;
}

/** Comments around the body: they are no elements, so that no selector of a style sheet can tell that they are there. */
export const BODY_COMMENTS = ['tech-post body', '/tech-post body'] as const;

export const wholePage = ({ before, after }: Page, body: string): string => `${before}<!--${BODY_COMMENTS[0]}-->${body}<!--${BODY_COMMENTS[1]}-->${after}`;
