import { effect, signal } from '@preact/signals';
import { browser } from '@/lib/browser/browser';

// A module as there must be none in lib and components: the check of imports has to see all of it.
const count = signal(0);
effect(() => void count.value);
addEventListener('online', () => count.value++);
setInterval(() => count.value++, 1000);
browser.runtime.onMessage.addListener(() => {});
