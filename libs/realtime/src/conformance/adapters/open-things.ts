/** What a case opened, closed in the end. */
export function openThings() {
  const open: { close(): Promise<void> }[] = [];
  let ended = false;
  return {
    /** @throws when the case is over: one that was given up must not open what nobody closes. */
    add<T extends { close(): Promise<void> }>(one: T): T {
      if (ended) {
        void one.close();
        throw new Error('The case is over.');
      }
      open.push(one);
      return one;
    },
    async close(): Promise<void> {
      ended = true;
      for (const one of open.splice(0).reverse()) await one.close();
    },
  };
}
