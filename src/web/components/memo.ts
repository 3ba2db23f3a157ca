import { Component, type ComponentType, type FunctionComponent, h } from 'preact'

/** `component`, drawn again only when one of its properties is another value. (Preact has this in its compatibility layer only.) */
export function memo<Props extends object>(component: FunctionComponent<Props>): ComponentType<Props> {
  return class Memo extends Component<Props> {
    override shouldComponentUpdate(next: Props): boolean {
      const now: Props = this.props
      return (Object.keys(next) as (keyof Props)[]).some(name => next[name] !== now[name])
    }
    override render() {
      return h(component, this.props)
    }
  }
}
