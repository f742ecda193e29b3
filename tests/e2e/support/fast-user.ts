import type { Page } from 'playwright';

interface Step {
  /** Text that must be somewhere on the page, as the source of a regular expression … */
  sees: string;
  /** … and then the link or button with this name inside `within` is clicked. */
  clicks: string;
  within: 'nav' | 'main';
}

/**
 * Simulates a very fast user, who does each step as soon as its text appears. Work that lasts a second or two ends
 * before a test can look twice from outside. Returns a function that resolves with what was seen at each step.
 */
export async function actFast(page: Page, steps: Step[]): Promise<() => Promise<string[]>> {
  const done = await page.evaluateHandle((steps) => {
    const seen: string[] = [];
    const finished = new Promise<string[]>((resolve) => {
      const look = () => {
        const step = steps[seen.length];
        if (step === undefined) return;
        const text = new RegExp(step.sees).exec(document.body.innerText)?.[0];
        const target = [...document.querySelectorAll<HTMLElement>(`${step.within} :is(a, button)`)].find(
          (element) => element.innerText.trim() === step.clicks,
        );
        if (text === undefined || target === undefined) return;
        seen.push(text);
        target.click();
        if (seen.length < steps.length) return;
        observer.disconnect();
        resolve(seen);
      };
      const observer = new MutationObserver(look);
      observer.observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    return { finished };
  }, steps);
  return () => done.evaluate(({ finished }) => finished);
}
