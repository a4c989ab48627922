const number = (digits) => new Intl.NumberFormat("en", { minimumFractionDigits: digits, maximumFractionDigits: digits });

const plain = (value, digits) => number(digits).format(value);

/** Three figures are all that a measurement like this one carries. */
export function figures(value) {
  return plain(value, value >= 100 ? 0 : value >= 10 ? 1 : 2);
}

export const millis = value => `${figures(value)} ms`;
export const megapixels = pixels => `${plain(pixels / 1e6, 1)} MP`;
export const times = ratio => `${plain(ratio, ratio >= 10 ? 0 : 2)}×`;
export const percent = share => `${plain(share * 100, 0)} %`;

export function bytes(count) {
  return count >= 1e6 ? `${plain(count / 1e6, 1)} MB` : `${plain(count / 1e3, 0)} kB`;
}

const TURNS = { 2: "mirrored", 3: "turned 180°", 4: "mirrored", 5: "mirrored, turned", 6: "turned 90°", 7: "mirrored, turned", 8: "turned 270°" };

/** What was done to see the photo upright, or an empty string. */
export const turned = orientation => TURNS[orientation] ?? "";
