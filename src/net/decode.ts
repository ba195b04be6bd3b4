import { korean } from './korean';

/** See `Decode` in core/webpage/charset.ts. By the platform's TextDecoder, but for Korean, of which Node's knows only a part. */
export function decode(bytes: Uint8Array, label: string): string | undefined {
  try {
    const decoder = new TextDecoder(label, { fatal: true });
    // what a limit cut off in the middle of a letter is no fault
    return decoder.encoding === 'euc-kr' ? korean(bytes) : decoder.decode(bytes, { stream: true });
  } catch {
    return undefined;
  }
}
