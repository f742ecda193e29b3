import * as v from 'valibot';
import * as shape from '../arguments';
import { define } from '../sql/define-command';
import * as own from './arguments';
import { getCostOfCalls } from './cost-of-calls';
import { getPriceChoices, savePriceChoice } from './choices';
import { declineReprice, getPriceOverview, getRepriceOffer } from './overview';
import { getPricePreview } from './preview';
import { beginReprice, endReprice, repriceNext } from './reprice';
import { deleteSubscription, getSubscriptions, saveSubscription } from './subscriptions';
import { addPriceTable, applyPriceTable } from './tables';
import { undoRepriceNext } from './undo-reprice';

const { id, time, wholeNumber } = shape;

export const priceCommands = {
  getPriceOverview: define({ args: [], reads: ['prices', 'usage'], run: getPriceOverview }),
  getSubscriptions: define({ args: [], reads: ['prices'], run: getSubscriptions }),
  saveSubscription: define({ args: [own.subscription, time], changes: ['prices'], run: saveSubscription }),
  deleteSubscription: define({ args: [id, time], changes: ['prices'], run: deleteSubscription }),
  getCostOfCalls: define({
    args: [own.model, own.callSizes],
    reads: ['prices'],
    run: getCostOfCalls,
  }),
  getPriceChoices: define({ args: [], reads: ['prices'], run: getPriceChoices }),
  savePriceChoice: define({
    args: [own.model, v.nullable(own.priceChoice), time],
    changes: ['prices'],
    run: savePriceChoice,
  }),
  addPriceTable: define({ args: [own.priceFile], changes: ['prices'], run: addPriceTable }),
  applyPriceTable: define({ args: [v.nullable(id), time], changes: ['prices'], run: applyPriceTable }),
  getPricePreview: define({
    args: [own.priceChange, wholeNumber],
    reads: ['prices', 'usage'],
    run: getPricePreview,
  }),
  getRepriceOffer: define({ args: [], reads: ['prices', 'usage'], run: getRepriceOffer }),
  declineReprice: define({
    args: [v.pipe(v.string(), v.maxLength(1000))],
    changes: ['prices'],
    run: declineReprice,
  }),
  beginReprice: define({ args: [own.newReprice], changes: [], run: beginReprice }),
  // Nothing is announced for single steps, of which there are thousands: pages read again once, when the run ends.
  repriceNext: define({ args: [id, own.repricePlace], changes: [], run: repriceNext }),
  endReprice: define({
    args: [id, own.repriceEnd, time],
    changes: ['usage', 'prices'],
    run: endReprice,
  }),
  undoRepriceNext: define({ args: [id], changes: [], run: undoRepriceNext }),
};
