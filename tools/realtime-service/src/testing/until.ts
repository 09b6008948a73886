/** Waits until the condition holds; throws what it last threw when it does not in time. */
export async function until(condition: () => void, patienceMs = 8000): Promise<void> {
  const end = Date.now() + patienceMs;
  for (;;) {
    try {
      return condition();
    } catch (thrown) {
      if (Date.now() > end) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, 3));
    }
  }
}
