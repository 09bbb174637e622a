import { groupStories } from './match-stories.ts'
import { storiesContract } from './stories.contract.ts'

storiesContract(groupStories)
