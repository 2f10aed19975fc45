import catalogue from './data/qwen-catalogue.json' with { type: 'json' }
import events from './data/qwen-events.json' with { type: 'json' }
import { type CatalogueDataset, readCatalogueDataset } from './dataset.ts'
import { type EventDataset, readEventDataset } from './events.ts'

/** The catalogue this version of the product ships, validated. */
export function shippedCatalogue(): CatalogueDataset {
  return readCatalogueDataset(catalogue)
}

/** The dated record of events this version of the product ships, validated. */
export function shippedEvents(): EventDataset {
  return readEventDataset(events)
}
