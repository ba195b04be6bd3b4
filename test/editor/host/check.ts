// node:assert does not exist in a web worker; this little is enough for both extension hosts.

export function equal<T>(actual: T, expected: T): void {
  const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (got !== wanted) throw new Error(`expected ${wanted}, got ${got}`);
}

/**
 * Asks until the answer is truthy, and returns it. Diagnostics, tabs and the answers of providers pass between two
 * processes and arrive when they like.
 */
export async function eventually<T>(read: () => T | PromiseLike<T>, timeout = 10_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await read();
    if (value) return value as NonNullable<T>;
    if (Date.now() > end) throw new Error(`not true within ${timeout} ms: ${read}`);
    await new Promise(resolve => setTimeout(resolve, 10));
  }
}
