const digits: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const units: Record<string, number> = { 十: 10, 百: 100, 千: 1000 };

/** A number in kanji, in digits, or mixed (`20万`, `三十五`, `1万5千`); `undefined` when it is none. */
export function japaneseNumber(text: string): number | undefined {
  let total = 0;
  let section = 0;
  let current: number | undefined;
  for (const piece of text.replaceAll(',', '').match(/\d+(?:\.\d+)?|./gu) ?? []) {
    const unit = units[piece];
    if (/^\d/.test(piece)) current = Number(piece);
    else if (digits[piece] !== undefined) current = digits[piece];
    else if (unit !== undefined) {
      section += (current ?? 1) * unit;
      current = undefined;
    } else if (piece === '万') {
      total += (section + (current ?? (section === 0 ? 1 : 0))) * 10_000;
      section = 0;
      current = undefined;
    } else return undefined;
  }
  return total + section + (current ?? 0);
}
