import { type Page } from 'playwright-core';

/** Elements that reach beyond the right edge of the page or of the pane they scroll in. */
export const sidewaysScroll = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const frames = [
      document.documentElement,
      ...document.querySelectorAll('.chat-pane, .trip-pane, .header'),
    ];
    return frames
      .filter((frame) => frame.scrollWidth > frame.clientWidth)
      .flatMap((frame) =>
        [...frame.querySelectorAll('*')]
          .filter(
            (element) => element.getBoundingClientRect().right > frame.getBoundingClientRect().right + 1,
          )
          .map((element) => `${element.tagName}.${element.className}`),
      );
  });

/** Controls without a name, ids that stand twice, images without a text, headings that skip a level. */
export const unnamed = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const faults: string[] = [];
    const shown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ??
      (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement
        ? [...(element.labels ?? [])].map((label) => label.textContent).join('')
        : element.textContent);
    for (const element of document.querySelectorAll('button, a[href], input, textarea, summary')) {
      if (shown(element) && (nameOf(element) ?? '').trim() === '')
        faults.push(`no name: ${element.outerHTML.slice(0, 120)}`);
    }
    for (const image of document.querySelectorAll('img:not([alt])'))
      faults.push(`no alt: ${image.outerHTML}`);
    const ids = [...document.querySelectorAll('[id]')].map(({ id }) => id);
    for (const id of ids) if (ids.indexOf(id) !== ids.lastIndexOf(id)) faults.push(`id twice: ${id}`);
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'for']) {
      for (const element of document.querySelectorAll(`[${attribute}]`)) {
        for (const id of (element.getAttribute(attribute) ?? '').split(' ')) {
          if (!document.getElementById(id)) faults.push(`${attribute} to nothing: ${id}`);
        }
      }
    }
    let level = 1;
    for (const heading of document.querySelectorAll('h1, h2, h3, h4, h5')) {
      if (!shown(heading)) continue;
      const next = Number(heading.tagName.charAt(1));
      if (next > level + 1) faults.push(`heading skips to ${next}: ${heading.textContent}`);
      level = next;
    }
    for (const landmark of ['header', 'main', 'aside']) {
      if (document.querySelectorAll(landmark).length !== 1) faults.push(`landmark: ${landmark}`);
    }
    return faults;
  });

/** Texts whose contrast with what is behind them is below WCAG 2.2 AA (4.5, or 3 for large text). */
export const faintTexts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const rgba = (color: string) => {
      const numbers = (color.match(/[\d.]+/g) ?? []).map(Number);
      return { rgb: numbers.slice(0, 3), alpha: numbers[3] ?? 1 };
    };
    const luminance = (rgb: number[]) => {
      const [r = 0, g = 0, b = 0] = rgb.map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    };
    const behind = (element: Element): number[] => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        const { rgb, alpha } = rgba(getComputedStyle(at).backgroundColor);
        if (alpha === 1) return rgb;
      }
      return [255, 255, 255];
    };
    const faint = new Set<string>();
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!element || node.textContent?.trim() === '' || !element.checkVisibility()) continue;
      const box = element.getBoundingClientRect();
      if (box.width <= 1 || element.closest('button:disabled, noscript')) continue;
      const style = getComputedStyle(element);
      const [a, b] = [luminance(rgba(style.color).rgb), luminance(behind(element))];
      const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      const size = parseFloat(style.fontSize);
      const large = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
      if (ratio < (large ? 3 : 4.5))
        faint.add(`${ratio.toFixed(2)}: ${node.textContent?.trim().slice(0, 40)}`);
    }
    return [...faint];
  });
