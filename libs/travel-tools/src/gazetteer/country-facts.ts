/**
 * Currency and price level by country: currencies from ISO 4217; the level is a rough comparison of visitor prices
 * (1: Western Europe), of our own, used for sample prices only.
 */

export interface CountryFacts {
  /** ISO 4217. */
  currency: string;
  /** Beside Western Europe. */
  level: number;
}

const rows = `
AD EUR .9|AE AED 1|AL ALL .5|AM AMD .5|AR ARS .6|AT EUR 1|AU AUD 1.1|AZ AZN .5|BA BAM .5|BD BDT .35|BE EUR 1|BG EUR .55
BH BHD .9|BO BOB .4|BR BRL .55|BS BSD 1.4|BT BTN .6|BW BWP .6|BY BYN .45|BZ BZD .8|CA CAD 1|CH CHF 1.5|CL CLP .65|CN CNY .6
CO COP .45|CR CRC .75|CU CUP .6|CY EUR .85|CZ CZK .7|DE EUR .95|DK DKK 1.3|DO DOP .7|DZ DZD .4|EC USD .5|EE EUR .75|EG EGP .35
ES EUR .85|ET ETB .5|FI EUR 1.1|FJ FJD .9|FR EUR 1|GB GBP 1.1|GE GEL .5|GH GHS .6|GR EUR .8|GT GTQ .55|HK HKD 1.1|HN HNL .5
HR EUR .8|HU HUF .6|ID IDR .45|IE EUR 1.15|IL ILS 1.2|IN INR .4|IR IRR .4|IS ISK 1.5|IT EUR .95|JM JMD .9|JO JOD .7|JP JPY .85
KE KES .6|KG KGS .4|KH KHR .45|KR KRW .85|KW KWD .95|KZ KZT .5|LA LAK .4|LB LBP .7|LK LKR .4|LT EUR .7|LU EUR 1.15|LV EUR .7
MA MAD .5|MC EUR 1.8|MD MDL .4|ME EUR .65|MG MGA .45|MK MKD .45|MM MMK .4|MN MNT .5|MO MOP .95|MT EUR .85|MU MUR .75|MV MVR 1.5
MX MXN .6|MY MYR .45|NA NAD .6|NG NGN .6|NI NIO .45|NL EUR 1.1|NO NOK 1.35|NP NPR .35|NZ NZD .95|OM OMR .85|PA PAB .75|PE PEN .5
PH PHP .45|PK PKR .35|PL PLN .6|PR USD 1|PT EUR .75|PY PYG .4|QA QAR 1|RO RON .55|RS RSD .55|RU RUB .6|RW RWF .6|SA SAR .9
SC SCR 1.4|SE SEK 1.1|SG SGD 1.15|SI EUR .75|SK EUR .65|SN XOF .6|SV USD .5|TH THB .5|TN TND .4|TR TRY .6|TT TTD .8|TW TWD .7
TZ TZS .6|UA UAH .4|UG UGX .5|US USD 1.15|UY UYU .75|UZ UZS .4|VA EUR .95|VE VES .6|VN VND .4|XK EUR .45|ZA ZAR .55|ZM ZMW .5|ZW USD .6
`;

const facts = new Map<string, CountryFacts>(
  rows
    .trim()
    .split(/[|\n]/)
    .map((row) => {
      const [country = '', currency = '', level = '1'] = row.split(' ');
      return [country, { currency, level: Number(level) }];
    }),
);

/** Facts of a country by ISO 3166-1 alpha-2; dollars and a middling level for one that is not in the table. */
export const countryFacts = (country: string | undefined): CountryFacts =>
  facts.get(country ?? '') ?? { currency: 'USD', level: 0.7 };
