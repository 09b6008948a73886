/**
 * Units of each currency for one euro. The European Central Bank's reference rates of the day where it publishes one;
 * below the gap: rates of about that day, pegs included. Shown with their date wherever they are used.
 */
export const referenceRates = {
  date: '2025-06-30',
  // prettier-ignore
  perEuro: {
    EUR: 1, USD: 1.172, JPY: 169.17, BGN: 1.9558, CZK: 24.746, DKK: 7.4609, GBP: 0.8555, HUF: 399.8, PLN: 4.2423,
    RON: 5.0785, SEK: 11.1465, CHF: 0.9347, ISK: 142, NOK: 11.8345, TRY: 46.5682, AUD: 1.7948, BRL: 6.4384,
    CAD: 1.6027, CNY: 8.397, HKD: 9.2001, IDR: 19021.69, ILS: 3.9477, INR: 100.5605, KRW: 1588.21, MXN: 22.0899,
    MYR: 4.9365, NZD: 1.9334, PHP: 66.034, SGD: 1.4941, THB: 38.125, ZAR: 20.8411,

    AED: 4.304, ALL: 97.9, AMD: 450, ARS: 1400, AZN: 1.992, BAM: 1.9558, BDT: 143.5, BHD: 0.4419, BOB: 8.1, BSD: 1.172,
    BTN: 100.56, BWP: 15.7, BYN: 3.83, BZD: 2.36, CLP: 1095, COP: 4790, CRC: 592, CUP: 28.1, DOP: 69.7, DZD: 152,
    EGP: 58.2, ETB: 158, FJD: 2.63, GEL: 3.19, GHS: 12.1, GTQ: 9.01, HNL: 30.6, IRR: 49400, JMD: 187.5, JOD: 0.831,
    KES: 151.4, KGS: 102.4, KHR: 4700, KWD: 0.358, KZT: 609, LAK: 25280, LBP: 105000, LKR: 351.5, MAD: 10.57,
    MDL: 19.75, MGA: 5170, MKD: 61.5, MMK: 2461, MNT: 4200, MOP: 9.476, MUR: 52.8, MVR: 18.1, NAD: 20.84, NGN: 1800,
    NIO: 43.1, NPR: 160.9, OMR: 0.4506, PAB: 1.172, PEN: 4.16, PKR: 332.5, PYG: 9350, QAR: 4.266, RSD: 117.2,
    RUB: 92.3, RWF: 1690, SAR: 4.395, SCR: 16.9, TND: 3.4, TTD: 7.95, TWD: 34.2, TZS: 3090, UAH: 48.8, UGX: 4215,
    UYU: 47.2, UZS: 14700, VES: 126, VND: 30580, XOF: 655.957, ZMW: 28,
  },
} as const;
