/**
 * Contrast of text by WCAG 2: (L1 + 0.05) / (L2 + 0.05), for whatever text can be seen.
 *
 * Runs in the page, so it can use nothing from outside itself.
 *
 * @returns {{ text: string, ratio: number }[]}
 */
export function contrasts() {
  const channels = (color) => color.match(/[\d.]+/g).map(Number);
  const luminance = (color) => {
    const [red, green, blue] = channels(color).map((channel) => {
      const value = channel / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const groundOf = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const ground = getComputedStyle(at).backgroundColor;
      const [, , , alpha = 1] = channels(ground);
      if (alpha === 1) return ground;
    }
    throw new Error("nothing has a background");
  };
  const hasText = (element) =>
    element.value?.length > 0 ||
    [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim() !== "");
  const shown = [...document.body.querySelectorAll("*")].filter(
    (element) => element.checkVisibility() && hasText(element),
  );
  return shown.map((element) => {
    const text = luminance(getComputedStyle(element).color);
    const ground = luminance(groundOf(element));
    const [dark, light] = [text, ground].sort((a, b) => a - b);
    return {
      text: (element.value ?? element.textContent).trim().slice(0, 30),
      ratio: (light + 0.05) / (dark + 0.05),
    };
  });
}
