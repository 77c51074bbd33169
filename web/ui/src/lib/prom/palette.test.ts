// @vitest-environment node
import { expect, test } from 'vitest';
import { faded, type Scheme, strokeOf } from './palette';

type Rgb = readonly [number, number, number];

/** The surfaces of styles/tokens.css. */
const GROUNDS: Record<Scheme, string> = { light: '#ffffff', dark: '#151d21' };

/** How light that has no red, green or blue receptors to meet is seen: Machado, Oliveira and Fernandes 2009, severity 1. */
const SIGHTS: Record<string, readonly Rgb[]> = {
  all: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  noRed: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  noGreen: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  noBlue: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

const linear = (hex: string): Rgb => {
  const part = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [part(1), part(3), part(5)];
};
const dot = ([a, b, c]: Rgb, [x, y, z]: Rgb) => a * x + b * y + c * z;
const luminance = (rgb: Rgb) => dot(rgb, [0.2126, 0.7152, 0.0722]);
const contrast = (a: Rgb, b: Rgb) => {
  const [dark = 0, light = 0] = [luminance(a) + 0.05, luminance(b) + 0.05].sort((x, y) => x - y);
  return light / dark;
};
const seen = (rgb: Rgb, sight: readonly Rgb[]) =>
  sight.map((row) => Math.min(1, Math.max(0, dot(row, rgb)))) as unknown as Rgb;

/** Björn Ottosson's Oklab, in which equal distances look equally large. */
const oklab = (rgb: Rgb): Rgb => {
  const [l, m, s] = [
    Math.cbrt(dot(rgb, [0.4122214708, 0.5363325363, 0.0514459929])),
    Math.cbrt(dot(rgb, [0.2119034982, 0.6806995451, 0.1073969566])),
    Math.cbrt(dot(rgb, [0.0883024619, 0.2817188376, 0.6299787005])),
  ];
  const lms: Rgb = [l, m, s];
  return [
    dot(lms, [0.2104542553, 0.793617785, -0.0040720468]),
    dot(lms, [1.9779984951, -2.428592205, 0.4505937099]),
    dot(lms, [0.0259040371, 0.7827717662, -0.808675766]),
  ];
};
const distance = (a: Rgb, b: Rgb) => Math.hypot(...a.map((value, i) => value - (b[i] ?? 0)));
const colours = (scheme: Scheme) => Array.from({ length: 8 }, (_, i) => linear(strokeOf(i, scheme).colour));

test.each(['light', 'dark'] as const)('strokeOf_%s_standsOutFromItsGround', (scheme) => {
  for (const colour of colours(scheme)) expect(contrast(colour, linear(GROUNDS[scheme]))).toBeGreaterThanOrEqual(3);
});

test.each(['light', 'dark'] as const)('strokeOf_%s_isToldApartByEveryEye', (scheme) => {
  for (const [name, sight] of Object.entries(SIGHTS)) {
    const all = colours(scheme).map((colour) => oklab(seen(colour, sight)));
    const nearest = Math.min(...all.flatMap((a, i) => all.slice(0, i).map((b) => distance(a, b))));
    // The nearest two of Okabe and Ito's palette lie 0.076 apart.
    expect(nearest, name).toBeGreaterThan(0.07);
  }
});

test('strokeOf_thirtyTwoLines_areAllDifferent', () => {
  const looks = Array.from({ length: 32 }, (_, i) => JSON.stringify(strokeOf(i, 'light')));
  expect(new Set(looks).size).toBe(32);
});

test('faded_half_isHexWithOpacity', () => {
  expect(faded('#0072b2', 0.5)).toBe('#0072b280');
});
