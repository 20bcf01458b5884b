/**
 * Mode switch: which of the things to do is on the page.
 */
import { find } from "./element.js";

const MODES = ["inspect", "sign", "watch"];

/** @param {HTMLElement} root the navigation; the modes are `#inspect-mode` and so on */
export function createModeSwitch(root, { onEnter }) {
  const buttons = MODES.map((mode) => find(root, `[data-mode=${mode}]`));
  let current = "inspect";

  const enter = (mode) => {
    current = mode;
    MODES.forEach((one, index) => {
      find(document, `#${one}-mode`).hidden = one !== mode;
      if (one === mode) buttons[index].setAttribute("aria-current", "true");
      else buttons[index].removeAttribute("aria-current");
    });
    onEnter(mode);
  };
  buttons.forEach((button, index) => button.addEventListener("click", () => enter(MODES[index])));
  document.addEventListener("keydown", (event) => {
    // By the key's place: with Alt held, layouts write something else.
    const index = ["Digit1", "Digit2", "Digit3"].indexOf(event.code);
    if (index < 0 || !event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    enter(MODES[index]);
    buttons[index].focus();
  });

  return { enter, current: () => current };
}
