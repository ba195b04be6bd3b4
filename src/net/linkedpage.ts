// What a link to an address should say: asked of the page, else of its host's service, else told by the address alone.
import type { Say } from '../core/language';
import { serviceFor } from '../core/webpage/hosts';
import { pageTitle, serviceTitle, type PageTitle } from '../core/webpage/page';
import { decode } from './decode';
import { fetchPage, type Failure, type FetchOptions } from './fetchpage';

export interface LinkedPage extends PageTitle {
  /** Why nothing came, where nothing did. */
  readonly failure: Failure | undefined;
}

/** Never rejects: without a network it is a guess. */
export async function linkedPage(address: string, say: Say, options: FetchOptions = {}): Promise<LinkedPage> {
  const fetched = await fetchPage(address, options);
  const found = pageTitle(address, fetched.kind === 'answer' ? fetched.answer : undefined, decode, say);
  const failure = fetched.kind === 'failed' ? fetched.failure : undefined;
  const service = found.isGuess && (failure === undefined || failure === 'too-slow') ? serviceFor(address) : undefined;
  if (service === undefined || options.signal?.aborted) return { ...found, failure };
  const asked = await fetchPage(service, options);
  const title = asked.kind === 'answer' ? serviceTitle(asked.answer, decode) : undefined;
  return title === undefined ? { ...found, failure } : { title, description: '', isGuess: false, failure: undefined };
}
