// Looks at an exercise as it is drawn now, and lists what a reader could not read, see or
// reach. A script of `themes.rs`: it begins after the prelude of `tab.rs`, and
// `arguments[0]` is the selector of the place; `arguments[1]` what has the focus's ring, if
// only that is to be looked at.

const [place, ringed] = arguments;
const host = document.querySelector(place);
const frame = root(place).querySelector(".frame");
const parts = inside(place, ".frame, .frame *:not(.unseen, .unseen *)");
const faults = [];
const short = (el) => `${el.localName}.${el.className} “${words(el).slice(0, 24)}”`;
const fault = (el, text) => faults.push(`${short(el)} ${text}`);

// Colors: the browser itself lays one over the other, whatever they are written in.
const canvas = document.createElement("canvas");
canvas.width = canvas.height = 1;
const pen = canvas.getContext("2d", { willReadFrequently: true });
const known = new Map();
/** The color that these colors make, the last one on top. */
const laid = (colors) => {
  const key = colors.join();
  if (!known.has(key)) {
    for (const color of ["#fff", ...colors]) {
      pen.fillStyle = color;
      pen.fillRect(0, 0, 1, 1);
    }
    known.set(key, [...pen.getImageData(0, 0, 1, 1).data].slice(0, 3));
  }
  return known.get(key);
};
/** What is behind the content of an element: its background and those around it. */
const behind = (el) => {
  const colors = [];
  for (let up = el; up; up = up.parentElement ?? up.getRootNode().host)
    colors.unshift(getComputedStyle(up).backgroundColor);
  return colors;
};
const luminance = (rgb) => {
  const [r, g, b] = rgb.map((one) => {
    const part = one / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (color, on) => {
  const [a, b] = [laid([...on, color]), laid(on)].map(luminance);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
};
const hasText = (el) =>
  [...el.childNodes].some((node) => node.nodeType === 3 && node.data.trim()) || el.localName === "textarea";

if (ringed) {
  const { outlineWidth, outlineStyle, outlineColor } = getComputedStyle(ringed);
  const ratio = contrast(outlineColor, behind(ringed.parentElement));
  if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) fault(ringed, "has no ring");
  if (ratio < 3) fault(ringed, `has a ring with a contrast of ${ratio.toFixed(2)}`);
  return faults;
}

for (const el of parts) {
  const style = getComputedStyle(el);
  if (hasText(el)) {
    const ratio = contrast(style.webkitTextFillColor ?? style.color, behind(el));
    if (ratio < 4.5) fault(el, `has a contrast of ${ratio.toFixed(2)}`);
    const size = parseFloat(style.fontSize);
    if (size < 14) fault(el, `has letters of ${size} px`);
    if (el.localName === "textarea" && size < 16) fault(el, "would make a phone zoom in");
    if (+style.fontWeight < 400) fault(el, "has thin letters");
    if (parseFloat(style.lineHeight) < size * 1.2) fault(el, `has lines ${style.lineHeight} apart`);
    const voices = {
      letterSpacing: ["normal", "0px"],
      wordSpacing: ["normal", "0px"],
      textIndent: ["0px"],
      textTransform: ["none"],
      textShadow: ["none"],
      fontStyle: ["normal", el.matches(".open") ? "italic" : ""],
      fontVariantCaps: ["normal"],
      wordBreak: ["normal"],
      whiteSpace: ["normal", "pre-wrap"],
      textAlign: ["start", "center", "left", "right"],
      writingMode: ["horizontal-tb"],
    };
    for (const [name, fine] of Object.entries(voices))
      if (!fine.includes(style[name])) fault(el, `has the theme’s ${name}: ${style[name]}`);
    const select = style.userSelect ?? style.webkitUserSelect;
    if (select === "none" && !el.closest("button")) fault(el, "can’t be selected");
    if (/^rgba\(.*, 0\)$|transparent/.test(style.caretColor)) fault(el, "has no caret");
  }
  if (el.matches("p, li, legend, .title") && style.direction !== "ltr") fault(el, "runs against its English words");
  // Marks and the borders of controls, against what is around them.
  const around = behind(el.parentElement ?? host);
  const drawn = (color, what, on = around) => {
    const ratio = contrast(color, on);
    if (ratio < 3) fault(el, `has ${what} with a contrast of ${ratio.toFixed(2)}`);
  };
  if (el.matches("textarea, input, .option:has(:checked), .main, .away, .button:not(.quiet)")) {
    drawn(style.borderTopColor, "a border");
    if (parseFloat(style.borderTopWidth) < 1) fault(el, "has no border");
  }
  if (el.localName === "mark") drawn(style.borderBottomColor, "a line");
  if (el.matches(".care, .row, .amiss")) drawn(style.borderInlineStartColor, "an edge");
  // Targets.
  if (el.matches("button, input, textarea, a")) {
    const { width, height } = (el.localName === "input" ? el.closest("label") : el).getBoundingClientRect();
    if (height < (el.localName === "button" ? 43.9 : 23.9) || width < 23.9) fault(el, `is ${width} × ${height}`);
    if (el.localName === "input") {
      const { width, height } = el.getBoundingClientRect();
      if (width < 14 || height < 14) fault(el, `is drawn ${width} × ${height}`);
    }
  }
  // Widths, and what is cut off.
  const box = el.getBoundingClientRect();
  const at = frame.getBoundingClientRect();
  if (box.left < at.left - 0.5 || box.right > at.right + 0.5) fault(el, "is wider than its place");
  if (style.display !== "inline" && el.clientWidth > 0 && el.localName !== "textarea") {
    if (el.scrollWidth > el.clientWidth + 1) fault(el, "scrolls or stands out sideways");
    if (el.scrollHeight > el.clientHeight + 1 && style.overflowY !== "visible") fault(el, "is cut off");
  }
}

// The exercise in its column.
const column = host.parentElement.getBoundingClientRect();
const at = frame.getBoundingClientRect();
if (at.left < column.left - 0.5 || at.right > column.right + 0.5) faults.push("the exercise is wider than its column");
if (at.width < Math.min(column.width, 260) - 60) faults.push(`the exercise is ${at.width} px wide in ${column.width}`);
const own = host.getBoundingClientRect();
if (getComputedStyle(host).display !== "inline" && own.height < at.height - 0.5) faults.push("the place cuts the exercise off");
const page = document.scrollingElement;
if (page.scrollWidth > page.clientWidth) faults.push(`the page scrolls sideways: ${page.scrollWidth} > ${page.clientWidth}`);
for (const label of inside(place, "label")) {
  const { width, height } = label.getBoundingClientRect();
  if (!words(label) || width < 24 || height < 14) fault(label, "can’t be seen");
}
for (const control of root(place).querySelectorAll(".screen :is(label, legend, button, textarea, input)"))
  if (!shown(control)) fault(control, "is hidden");
return [...new Set(faults)];
