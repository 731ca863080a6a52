/**
 * The PIN window's page. The PIN is in the field until it is sent, and nowhere else: the field is
 * emptied before the answer comes. Enter signs, Esc gives up; the main process closes the window.
 */
import type { PinBridge } from '../../shared/contract/ipc.ts';

declare global {
  interface Window {
    readonly hosoPin: PinBridge;
  }
}

const bridge = window.hosoPin;
const form = element('form', HTMLFormElement);
const pin = element('pin', HTMLInputElement);
const submit = element('submit', HTMLButtonElement);
const message = element('message', HTMLElement);

function element<T extends HTMLElement>(id: string, kind: abstract new () => T): T {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`the page has no ${id}`);
}

function show(id: string, text: string): void {
  element(id, HTMLElement).textContent = text;
}

function say(text: string, failed: boolean): void {
  message.textContent = text;
  message.classList.toggle('failed', failed);
}

function setBusy(busy: boolean): void {
  pin.disabled = busy;
  submit.disabled = busy;
  form.setAttribute('aria-busy', String(busy));
}

async function showContext(): Promise<void> {
  const { content, tokenLabel, certificateName, warning } = await bridge.context();
  show('changes', `Phê duyệt ${content.changes.toLocaleString('vi-VN')} thay đổi hồ sơ`);
  show('period', content.period);
  show('unit', content.unit);
  show('signer', content.signer);
  show('content-code', content.contentCode);
  show('token', tokenLabel);
  show('certificate', certificateName);
  const place = element('warning', HTMLElement);
  place.textContent = warning ?? '';
  place.hidden = warning === null;
  pin.focus();
}

async function sign(): Promise<void> {
  const typed = pin.value;
  pin.value = '';
  if (typed === '') {
    say('Hãy nhập mã PIN.', true);
    pin.focus();
    return;
  }
  setBusy(true);
  say('Đang ký… Không rút token.', false);
  const result = await bridge.submit(typed);
  // When it is done the main process closes this window.
  if (result.ok) return;
  setBusy(false);
  say(result.problem.message, true);
  pin.focus();
}

const tellFault = (): void => {
  setBusy(false);
  say('Cửa sổ gặp lỗi. Chưa có gì được ký; hãy đóng cửa sổ rồi ký lại.', true);
};

form.addEventListener('submit', (event) => {
  event.preventDefault();
  void sign().catch(tellFault);
});
element('cancel', HTMLButtonElement).addEventListener('click', () => {
  void bridge.cancel().catch(tellFault);
});
window.addEventListener('keydown', (event) => {
  if (event.key === 'Escape') void bridge.cancel().catch(tellFault);
});
void showContext().catch(tellFault);
