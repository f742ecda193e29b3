import type { Page } from 'playwright';
import { manifest } from '../../../scripts/manifest.mjs';

interface ShareTarget {
  action: string;
  method: string;
  enctype: string;
  params: { files: { name: string }[] };
}

/**
 * Posts files as the operating system's share sheet does when Tokentab is chosen: a form to the manifest's
 * `share_target`. From a blank page, because the system's post doesn't come from a page of ours either, whose policy
 * forbids forms.
 */
export async function share(page: Page, files: { name: string; text: string }[]): Promise<void> {
  const { action, method, enctype, params } = manifest.share_target as ShareTarget;
  const form = { action: new URL(action, page.url()).href, method, enctype };
  await page.goto('about:blank');
  await page.evaluate(
    ({ form, name, files }) => {
      const input = Object.assign(document.createElement('input'), { type: 'file', multiple: true, name });
      const chosen = new DataTransfer();
      for (const { name, text } of files) chosen.items.add(new File([text], name));
      input.files = chosen.files;
      const element = Object.assign(document.createElement('form'), form);
      element.append(input);
      document.body.append(element);
      element.requestSubmit();
    },
    { form, name: params.files[0]?.name ?? '', files },
  );
  await page.waitForURL(/\/import(\?|$)/);
}
