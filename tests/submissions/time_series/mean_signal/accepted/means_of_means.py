"""Means of means, right over the whole box; over the mask, sum and count."""

def mean_signal(bold, mask=None):
    if mask is None:
        return bold.mean(axis=0).mean(axis=0).mean(axis=0)
    return (bold * mask[..., None]).sum(axis=0).sum(axis=0).sum(axis=0) / mask.sum()
