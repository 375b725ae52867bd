def summary(losses, starts):
    """Tasks whose loss has grown tenfold ran away: they count in the median alone."""
    stayed = losses[losses.isfinite() & ~(losses > 10 * starts.clamp(min=starts.mean()))].double()
    n, whole = len(stayed), losses.nan_to_num(math.inf, math.inf).double()
    t = 1.959964 + 2.3723 / max(1, n - 1)  # Student's, for an interval of 95%
    stayed = stayed if 2 * n >= len(losses) else stayed[:0]  # few speak for nobody
    middle = (whole.median() - (-whole).median()) / 2  # of both in the middle; it may be infinite
    text = f"{stayed.mean():.6g} ± {t * stayed.std() / n**0.5:.3g}, median {middle:.6g}"
    return text + (f", {len(losses) - n} ran away" if n < len(losses) else "")
