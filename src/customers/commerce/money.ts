// Money is a whole number of the smallest unit of its currency: € 84,50 is 8450 EUR. Never a fraction.

const mostMinor = 1e13;

/** Digits behind the point: 2 for EUR, 0 for JPY. Null for what is no currency. */
export function digitsOf(currency: string): number | null {
  if (!/^[A-Z]{3}$/.test(currency)) return null;
  const { maximumFractionDigits } = new Intl.NumberFormat('en', {
    style: 'currency',
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

/**
 * An amount as people and files write it: `84.50`, `84,5`, `1.234,50`, `1,234.50`, `€ 84`. Null for what is none, or has
 * more digits than the currency knows: rounding somebody's money is no reading.
 */
export function readMoney(raw: string, currency: string): number | null {
  const digits = digitsOf(currency);
  const text = raw
    .normalize('NFKC')
    .replace(/[\s'’]/g, '')
    .replace(/^(?:€|EUR)|(?:€|EUR)$/g, '');
  if (digits === null || !/^-?[\d.,]+$/.test(text)) return null;
  const sign = text.startsWith('-') ? -1 : 1;
  const written = text.replace('-', '');
  const cut = fractionCut(written, digits);
  const whole = cut === -1 ? written : written.slice(0, cut);
  const fraction = cut === -1 ? '' : written.slice(cut + 1);
  if (cut !== -1 && whole.includes(written.charAt(cut))) return null;
  if (
    !/^(\d+|\d{1,3}([.,])\d{3}(\2\d{3})*)$/.test(whole) ||
    !/^\d*$/.test(fraction) ||
    fraction.length > digits
  )
    return null;
  const minor = Number(whole.replace(/[.,]/g, '') + fraction.padEnd(digits, '0'));
  return minor <= mostMinor ? sign * minor : null;
}

/** Where the fraction begins: the last mark, unless it parts thousands. */
function fractionCut(written: string, digits: number): number {
  const last = Math.max(written.lastIndexOf('.'), written.lastIndexOf(','));
  if (last === -1) return -1;
  const after = written.length - last - 1;
  return after === 3 && digits !== 3 ? -1 : last;
}

/** As a file writes it: `84.50`. */
export function writeMoney(minor: number, currency: string): string {
  const digits = digitsOf(currency) ?? 2;
  return (minor / 10 ** digits).toFixed(digits);
}
